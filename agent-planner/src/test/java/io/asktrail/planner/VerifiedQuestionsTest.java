package io.asktrail.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.registry.task.TaskResolver;
import io.asktrail.registry.verified.Slot;
import io.asktrail.registry.verified.Wording;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every verified question of the demo means something that can be worked out. */
class VerifiedQuestionsTest {
    static Stream<VerifiedQuestion> questions() {
        return Planned.DEMO.verified().values().stream()
                .filter(question -> question.task().intent() != Intent.DIAGNOSTICS);
    }

    // With a value in each place that is left open: another path may be needed then.
    private static TaskSpec task(VerifiedQuestion question) {
        var entities = Objects.requireNonNullElse(question.task().entities(), Entities.NONE);
        for (var slot : Wording.of(question.questions().getFirst()).slots()) {
            if (slot instanceof Slot.Value(DimensionId dimension)) {
                entities = entities.with(dimension, List.of(dimension.value().equals("channel") ? "SB" : "Delhi"));
            }
        }
        TaskRequest open = question.task().asOf(LocalDate.of(2025, 8, 20));
        var resolved = new TaskResolver(Clock.systemUTC()).resolve(open, Planned.DEMO);
        return resolved.toBuilder().entities(entities).build();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void hasAPlan(VerifiedQuestion question) {
        assertThat(Planned.outcomeOf(task(question))).isInstanceOf(PlanOutcome.Planned.class);
    }
}
