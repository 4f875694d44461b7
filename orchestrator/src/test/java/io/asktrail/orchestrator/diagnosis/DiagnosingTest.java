package io.asktrail.orchestrator.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.PlaybookAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.diagnosis.Observation;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.stage.Stage;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.plan.PlanGuard;
import io.asktrail.orchestrator.execution.TestRunner;
import io.asktrail.orchestrator.planning.Planning;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The loop, with a planner that does as it is told. */
class DiagnosingTest {
    private static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final TaskSpec WHY = new TaskSpec.Builder(
                    Intent.DIAGNOSTICS,
                    List.of(new MetricId("spend")),
                    new Period(
                            LocalDate.of(2025, 10, 1),
                            LocalDate.of(2025, 10, 2),
                            ZoneId.of("Asia/Kolkata"),
                            null,
                            null))
            .diagnosis(new Diagnosis(Diagnosis.Kind.CHANGE))
            .build();
    private static final TaskSpec WHOLE =
            WHY.toBuilder().intent(Intent.ANALYTICS_QUERY).diagnosis(null).build();
    private static final DiagnosisBudget PLENTY =
            new DiagnosisBudget(5, 50, Duration.ofSeconds(10), Duration.ofMillis(100));

    private final TestRunner sources = new TestRunner();
    private final List<Stage> stages = new ArrayList<>();
    private final List<List<Observation>> shown = new ArrayList<>();

    @Test
    void plansAgainFromWhatWasSeenUntilThePlannerIsDone() {
        // Given
        PlaybookAgent planner = (_, request) -> {
            shown.add(request.seen());
            return switch (request.seen().size()) {
                case 0 -> new NextLook.Look("first", List.of(WHOLE));
                case 1 -> new NextLook.Look("then", List.of(by("channel"), by("geo")));
                default -> new NextLook.Conclude("enough");
            };
        };

        // When
        var looked = looked(planner, PLENTY, Duration.ofSeconds(10));

        // Then
        assertThat(shown).extracting(List::size).containsExactly(0, 1, 3);
        assertThat(looked.seen()).allMatch(seen -> seen.result() instanceof StepResult.Rows);
        assertThat(looked.scratchpad())
                .extracting(thought -> thought.thought())
                .containsExactly("first", "then", "enough");
        assertThat(looked.missing()).isEmpty();
        assertThat(looked.plan().steps())
                .hasSize(3)
                .extracting(step -> step.id())
                .doesNotHaveDuplicates();
        assertThat(stages)
                .extracting(Stage::event)
                .containsExactly("planned", "step", "thought", "planned", "step", "step", "thought", "thought");
    }

    @Test
    void stopsAtTheRoundsThereAreAndSaysSo() {
        // Given a planner that never has enough
        PlaybookAgent insatiable =
                (_, request) -> new NextLook.Look("more", List.of(request.seen().isEmpty() ? WHOLE : by("channel")));

        // When
        var looked = looked(
                insatiable, new DiagnosisBudget(3, 50, Duration.ofSeconds(10), Duration.ZERO), Duration.ofSeconds(10));

        // Then
        assertThat(sources.calls()).isEqualTo(3);
        assertThat(looked.missing()).singleElement().asString().contains("3 rounds");
    }

    @Test
    void leavesOutLooksThatTheStepsDoNotReachFor() {
        // Given
        PlaybookAgent planner = (_, request) -> request.seen().isEmpty()
                ? new NextLook.Look("all at once", List.of(WHOLE, by("channel"), by("geo")))
                : new NextLook.Conclude("enough");

        // When
        var looked = looked(
                planner, new DiagnosisBudget(5, 2, Duration.ofSeconds(10), Duration.ZERO), Duration.ofSeconds(10));

        // Then
        assertThat(sources.calls()).isEqualTo(2);
        assertThat(looked.missing()).anySatisfy(sentence -> assertThat(sentence).contains("geo"));
    }

    @Test
    void keepsWhatItSawWhenOneLookFails() {
        // Given
        sources.failWhenGroupedBy("geo", ErrorCode.SOURCE_DOWN);
        PlaybookAgent planner = (_, request) -> request.seen().isEmpty()
                ? new NextLook.Look("all", List.of(WHOLE, by("geo"), by("channel")))
                : new NextLook.Conclude("enough");

        // When
        var looked = looked(planner, PLENTY, Duration.ofSeconds(10));

        // Then
        assertThat(looked.missing()).singleElement().asString().contains("geo");
        assertThat(looked.seen())
                .filteredOn(seen -> seen.result() instanceof StepResult.Rows)
                .hasSize(2);
    }

    @Test
    void looksAtNothingWithoutTime() {
        // Given
        PlaybookAgent planner = (_, _) -> new NextLook.Look("too late", List.of(WHOLE));

        // When
        var diagnosed = run(
                planner,
                new DiagnosisBudget(5, 5, Duration.ofSeconds(9), Duration.ofSeconds(5)),
                Duration.ofSeconds(1));

        // Then
        assertThat(sources.calls()).isZero();
        assertThat(diagnosed)
                .isInstanceOfSatisfying(
                        Diagnosed.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(ErrorCode.DEADLINE_PASSED));
    }

    private Diagnosed.Looked looked(PlaybookAgent planner, DiagnosisBudget budget, Duration time) {
        return (Diagnosed.Looked) run(planner, budget, time);
    }

    private Diagnosed run(PlaybookAgent planner, DiagnosisBudget budget, Duration time) {
        var planning =
                new Planning((_, request) -> new PlanOutcome.Planned(plan(request.task()), List.of()), new PlanGuard());
        var call = new CallContext(
                new Caller("t", List.of(Role.ADMIN), List.of("*"), List.of(), List.of()),
                Deadline.in(time, Clock.systemUTC()),
                "t");
        return new Diagnosing(planner, planning, sources.runner(), budget, Clock.systemUTC())
                .run(call, sources.journal(), WHY, REGISTRY, stages::add);
    }

    private static TaskSpec by(String dimension) {
        return WHOLE.toBuilder().groupBy(List.of(new DimensionId(dimension))).build();
    }

    private static Plan plan(TaskSpec look) {
        var groups = look.groupBy().isEmpty()
                ? ""
                : "\"group_by\":[\"%s\"],".formatted(look.groupBy().getFirst());
        return JsonMapper.shared().readValue("""
            {"steps":[{"id":"ads1","tool":"amazon_ads_api.get_campaign_metrics","inputs":{"metrics":["spend"],%s
             "date_range":"2025-10-01..2025-10-02","tz":"Asia/Kolkata"}}],
             "outputs":{"table":"ads1","narrative":true}}\
            """.formatted(groups), Plan.class);
    }
}
