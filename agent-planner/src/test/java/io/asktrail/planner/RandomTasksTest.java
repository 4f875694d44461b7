package io.asktrail.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.plan.PlanGuard;
import io.asktrail.registry.policy.Access;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every plan, whatever was asked. */
class RandomTasksTest {
    private static final long SEED = 20_251_031;
    private static final Access EVERYTHING = new Access(
            Planned.DEMO.metrics().keySet(), Planned.DEMO.dimensions().keySet(), Set.of(), true);
    private static final PlanGuard GUARD =
            new PlanGuard(Clock.fixed(Instant.parse("2025-11-03T06:00:00Z"), ZoneOffset.UTC));

    private static List<String> stopped(PlanOutcome.Planned planned, TaskSpec task) {
        return GUARD.review(planned.plan(), task, EVERYTHING, Planned.DEMO).stream()
                .filter(verdict -> !verdict.passed())
                .map(verdict -> "%s: %s in %s".formatted(verdict.rule(), verdict.reason(), task))
                .toList();
    }

    @Test
    void everyPlanPassesTheGuardrails() {
        // Given
        var tasks = RandomTasks.of(SEED).limit(1_200).toList();

        // When
        var faults = new ArrayList<String>();
        var planned = 0;
        for (var task : tasks) {
            if (Planned.outcomeOf(task) instanceof PlanOutcome.Planned plan) {
                faults.addAll(stopped(plan, task));
                planned++;
            }
        }

        // Then
        assertThat(faults).isEmpty();
        assertThat(planned).isGreaterThan(300);
    }

    @Test
    void everySuggestionHasAPlanThatPasses() {
        // Given
        var tasks = RandomTasks.of(SEED + 1).limit(300).toList();

        // When
        var suggested = tasks.stream()
                .map(Planned::outcomeOf)
                .filter(PlanOutcome.Refused.class::isInstance)
                .flatMap(refused -> ((PlanOutcome.Refused) refused).nearest().stream())
                .distinct()
                .toList();

        // Then
        assertThat(suggested).hasSizeGreaterThan(100).allSatisfy(task -> {
            PlanOutcome outcome = Planned.outcomeOf(task);
            assertThat(outcome).isInstanceOf(PlanOutcome.Planned.class);
            assertThat(stopped((PlanOutcome.Planned) outcome, task)).isEmpty();
        });
    }

    @Test
    void ofTwoPeriodsTheSameIsReadOfTheSameSources() {
        // Given
        var plans = RandomTasks.of(SEED + 2)
                .limit(800)
                .filter(task -> task.compare() != null)
                .map(Planned::outcomeOf)
                .filter(PlanOutcome.Planned.class::isInstance)
                .map(outcome -> ((PlanOutcome.Planned) outcome).plan())
                .toList();

        // Then
        assertThat(plans).hasSizeGreaterThan(30).allSatisfy(RandomTasksTest::readsTwins);
    }

    private static void readsTwins(Plan plan) {
        var steps = plan.steps().stream().collect(Collectors.toMap(Step::id, Function.identity()));
        var before = plan.steps().stream()
                .filter(step -> step.id().value().endsWith("_before"))
                .toList();
        assertThat(before).isNotEmpty().allSatisfy(step -> {
            var twin = Objects.requireNonNull(
                    steps.get(new StepId(step.id().value().replace("_before", ""))),
                    step.id().value());
            assertThat(twin.tool()).isEqualTo(step.tool());
            if (step.inputs() instanceof Fetch earlier) {
                assertThat(withoutDays(earlier)).isEqualTo(withoutDays((Fetch) twin.inputs()));
            }
        });
    }

    private static List<Object> withoutDays(Fetch fetch) {
        return List.of(fetch.metrics(), fetch.groupBy(), fetch.tz(), fetch.entities(), fetch.filters());
    }
}
