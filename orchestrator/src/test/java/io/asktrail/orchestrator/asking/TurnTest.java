package io.asktrail.orchestrator.asking;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.error.SuiteException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final int PASSING = 32 * Runtime.getRuntime().availableProcessors();

    private final Admission admission = new Admission(1, Duration.ZERO, NEVER);

    @Test
    void passesWithoutAPlaceUntilThereIsWorkToDo() {
        // Given
        var place = admission.enter();
        var turn = admission.arrive();

        // When, Then
        assertThatThrownBy(turn::takePlace).isInstanceOf(SuiteException.class);
        place.close();
        assertThatCode(turn::takePlace).doesNotThrowAnyException();
        assertThatThrownBy(admission::enter).isInstanceOf(SuiteException.class);
    }

    @Test
    void takesOnePlaceHoweverOftenItAsksAndGivesItBack() {
        // Given
        var turn = admission.arrive();

        // When
        turn.takePlace();
        turn.takePlace();
        turn.close();

        // Then
        assertThatCode(admission::enter).doesNotThrowAnyException();
    }

    @Test
    void needsAPlaceFromTheStartWhereVeryManyPassAtOnce() {
        // Given
        var place = admission.enter();
        var turns =
                IntStream.range(0, PASSING).mapToObj(_ -> admission.arrive()).toList();

        // When, Then
        assertThatThrownBy(admission::arrive).isInstanceOf(SuiteException.class);

        // When one of them has gone
        turns.getFirst().close();

        // Then
        assertThatCode(admission::arrive).doesNotThrowAnyException();
        place.close();
    }

    @Test
    void makesRoomForOthersToPassOnceItHasAPlace() {
        // Given
        var turns =
                IntStream.range(0, PASSING).mapToObj(_ -> admission.arrive()).toList();

        // When
        turns.getFirst().takePlace();

        // Then
        assertThatCode(admission::arrive).doesNotThrowAnyException();
    }
}
