package io.asktrail.orchestrator.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.orchestrator.state.TestState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {
    private static final StateDatabase STATE = TestState.of("claims", 8);
    private static final CallContext SLACK = call("channel:slack");
    private static final CallContext OTHER = call("channel:other");

    private final ClaimController claims = new ClaimController(new ClaimStore(STATE));

    @Test
    void goesToOneOfManyWhoAskAtOnce() throws InterruptedException {
        // Given
        var askers = IntStream.range(0, 16)
                .<Callable<ClaimController.Taken>>mapToObj(_ -> () -> claims.take(SLACK, take("crowd", 60)))
                .toList();

        // When
        List<ClaimController.Taken> replies;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            replies =
                    threads.invokeAll(askers).stream().map(ClaimsTest::resultOf).toList();
        }

        // Then
        assertThat(replies)
                .filteredOn(ClaimController.Taken::won)
                .hasSize(1)
                .allSatisfy(won -> assertThat(won.holder()).isNotBlank());
        assertThat(replies)
                .filteredOn(taken -> !taken.won())
                .allSatisfy(lost -> assertThat(lost.holder()).isNull());
    }

    @Test
    void staysTakenOnceItIsDone() {
        // Given
        var holder = claims.take(SLACK, take("done", 0)).holder();
        var ended = claims.hold(SLACK, new ClaimController.Hold("done", holder, null, 60, true));

        // When
        var again = claims.take(SLACK, take("done", 60));
        var orphans = keysOf(claims.takeOver(SLACK, new ClaimController.TakeOver(60, 100)));

        // Then
        assertThat(ended.held()).isTrue();
        assertThat(again.won()).isFalse();
        assertThat(orphans).doesNotContain("done");
    }

    @Test
    void goesToAnotherWithItsNoteWhenItsHolderGivesNoSignOfLife() {
        // Given
        var dead = claims.take(SLACK, take("orphan", 60)).holder();
        claims.hold(SLACK, new ClaimController.Hold("orphan", dead, "half way", 0, false));

        // When
        var taken = claims.takeOver(SLACK, new ClaimController.TakeOver(60, 100)).claims().stream()
                .filter(claim -> claim.key().equals("orphan"))
                .findFirst()
                .orElseThrow();
        var backFromTheDead = claims.hold(SLACK, new ClaimController.Hold("orphan", dead, "the answer", 60, true));
        var heir = claims.hold(SLACK, new ClaimController.Hold("orphan", taken.holder(), null, 60, true));

        // Then
        assertThat(taken.note()).isEqualTo("half way");
        assertThat(taken.takeovers()).isEqualTo(1);
        assertThat(taken.holder()).isNotEqualTo(dead);
        assertThat(backFromTheDead.held()).isFalse();
        assertThat(heir.held()).isTrue();
    }

    @Test
    void isTakenOverByOneAlone() throws InterruptedException {
        // Given
        IntStream.range(0, 20).forEach(n -> claims.take(OTHER, take("many-" + n, 0)));
        var askers = IntStream.range(0, 4)
                .<Callable<List<String>>>mapToObj(
                        _ -> () -> keysOf(claims.takeOver(OTHER, new ClaimController.TakeOver(60, 100))))
                .toList();

        // When
        List<String> taken;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            taken = threads.invokeAll(askers).stream()
                    .map(ClaimsTest::resultOf)
                    .flatMap(List::stream)
                    .toList();
        }

        // Then
        assertThat(taken).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void isNoOtherChannelsToSeeOrTake() {
        // Given
        claims.take(SLACK, take("private", 0));

        // When / Then
        assertThatThrownBy(() -> claims.note(OTHER, "private"))
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        unknown -> assertThat(unknown.code()).isEqualTo(ErrorCode.UNKNOWN_ID));
        assertThat(keysOf(claims.takeOver(OTHER, new ClaimController.TakeOver(60, 100))))
                .doesNotContain("private");
        assertThat(claims.take(OTHER, take("private", 60)).won()).isTrue();
        assertThat(claims.note(SLACK, "private").note()).isEqualTo("note of private");
    }

    @Test
    void isForgottenWhenItsTimeIsOver() {
        // Given
        claims.take(SLACK, new ClaimController.Take("short", "note", 0, 0L));

        // When
        claims.takeOver(SLACK, new ClaimController.TakeOver(60, 0));

        // Then
        assertThat(claims.take(SLACK, take("short", 60)).won()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"asha", "channel", "", "Channel:slack"})
    void isForChannelsAlone(String sub) {
        assertThatThrownBy(() -> claims.take(call(sub), take("x", 60)))
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN));
        assertThatThrownBy(() -> claims.note(call(sub), "x")).isInstanceOf(SuiteException.class);
        assertThatThrownBy(() -> claims.takeOver(call(sub), new ClaimController.TakeOver(60, 1)))
                .isInstanceOf(SuiteException.class);
    }

    @Test
    void refusesWhatIsTooLargeOrMakesNoSense() {
        assertThatThrownBy(() -> claims.take(SLACK, take("k".repeat(201), 60))).hasMessageContaining("200");
        assertThatThrownBy(() -> claims.take(SLACK, take(" ", 60))).isInstanceOf(SuiteException.class);
        assertThatThrownBy(() -> claims.take(SLACK, take("x", -1))).hasMessageContaining("lease_seconds");
        assertThatThrownBy(() -> claims.take(SLACK, take("x", 601))).hasMessageContaining("600");
        assertThatThrownBy(() -> claims.take(SLACK, new ClaimController.Take("x", "n".repeat(16_001), 60, null)))
                .hasMessageContaining("16000");
    }

    private static ClaimController.Take take(String key, long lease) {
        return new ClaimController.Take(key, "note of " + key, lease, null);
    }

    private static List<String> keysOf(ClaimController.TakenOver taken) {
        return taken.claims().stream().map(Claim::key).toList();
    }

    private static <T> T resultOf(java.util.concurrent.Future<T> done) {
        try {
            return done.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static CallContext call(String sub) {
        var caller = new Caller(sub, List.<Role>of(), List.of(), List.of(), List.of());
        return new CallContext(caller, Deadline.in(Duration.ofSeconds(20), Clock.systemUTC()), "test");
    }
}
