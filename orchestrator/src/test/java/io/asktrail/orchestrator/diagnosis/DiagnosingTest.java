package io.asktrail.orchestrator.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.agent.PlaybookAgent;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.diagnosis.Observation;
import io.asktrail.contracts.diagnosis.Thought;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.stage.Stage;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.plan.Holdings;
import io.asktrail.guardrails.plan.PlanGuard;
import io.asktrail.orchestrator.execution.RememberingJournal;
import io.asktrail.orchestrator.execution.RunJournal;
import io.asktrail.orchestrator.execution.TestRunner;
import io.asktrail.orchestrator.planning.PlannedTask;
import io.asktrail.orchestrator.planning.Planning;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.math.BigDecimal;
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
        assertThat(looked.missing())
                .anySatisfy(sentence -> assertThat(sentence).startsWith("By state nothing was seen: "));
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
        assertThat(looked.missing()).singleElement().asString().startsWith("By state nothing was seen: ");
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

    @Test
    void goesOnFromItsScratchpadWhenItIsTakenOver() {
        // Given a run whose process dies when the planner is asked for the third round
        var journal = new RememberingJournal();
        PlaybookAgent planner = (_, request) -> {
            shown.add(request.seen());
            return switch (request.seen().size()) {
                case 0 -> new NextLook.Look("first", List.of(WHOLE), new Cost(1, 10, BigDecimal.ONE));
                case 1 -> new NextLook.Look("then", List.of(by("channel")));
                case 2 -> {
                    if (shown.size() == 3) {
                        throw new IllegalStateException("as if the process were killed");
                    }
                    yield new NextLook.Look("and then", List.of(by("geo")));
                }
                default -> new NextLook.Conclude("enough");
            };
        };
        assertThatThrownBy(() -> run(planner, PLENTY, Duration.ofSeconds(10), journal))
                .isInstanceOf(IllegalStateException.class);
        shown.clear();
        journal.takenOver();

        // When
        var looked = (Diagnosed.Looked) run(planner, PLENTY, Duration.ofSeconds(10), journal);

        // Then: the planner is asked from the third round on, and nothing is fetched twice
        assertThat(shown).extracting(List::size).containsExactly(2, 3);
        assertThat(sources.calls()).isEqualTo(3);
        assertThat(looked.scratchpad())
                .extracting(Thought::thought)
                .containsExactly("first", "then", "and then", "enough");
        assertThat(journal.thoughts).isEqualTo(looked.scratchpad());
        assertThat(looked.cost()).isEqualTo(new Cost(1, 10, BigDecimal.ONE));
    }

    @Test
    void wouldBeginAgainWithoutAScratchpad() {
        // Given a planner that dies once
        PlaybookAgent planner = (_, request) -> {
            shown.add(request.seen());
            if (shown.size() == 2) {
                throw new IllegalStateException("as if the process were killed");
            }
            return request.seen().isEmpty()
                    ? new NextLook.Look("first", List.of(WHOLE))
                    : new NextLook.Conclude("enough");
        };
        assertThatThrownBy(() -> run(planner, PLENTY, Duration.ofSeconds(10), sources.journal()))
                .isInstanceOf(IllegalStateException.class);

        // When
        run(planner, PLENTY, Duration.ofSeconds(10), sources.journal());

        // Then
        assertThat(shown).extracting(List::size).containsExactly(0, 1, 0, 1);
        assertThat(sources.calls()).isEqualTo(2);
    }

    @Test
    void thePlanOfADiagnosisIsThatOfItsFirstLooks() {
        // Given
        PlaybookAgent planner = (_, request) -> {
            shown.add(request.seen());
            return new NextLook.Look("How much?", List.of(WHOLE, by("geo")));
        };

        // When
        var planned =
                new FirstLooks(planner, planning()).plan(call(Duration.ofSeconds(10)), WHY, REGISTRY, Holdings.UNKNOWN);

        // Then
        assertThat(planned).isInstanceOfSatisfying(PlannedTask.Ready.class, ready -> {
            assertThat(ready.plan().steps()).hasSize(2);
            assertThat(ready.notes())
                    .singleElement()
                    .satisfies(note -> assertThat(note.text()).startsWith("How much?"));
            assertThat(ready.verdicts()).isNotEmpty().allMatch(RuleVerdict::passed);
        });
        assertThat(shown).containsExactly(List.of());
        assertThat(sources.calls()).isZero();
    }

    @Test
    void aDiagnosisThatCannotBeMadeHasNoPlan() {
        // Given
        PlaybookAgent planner = (_, _) -> new NextLook.Refused(ErrorCode.NOT_SUPPORTED_YET, "Not yet.", List.of(WHOLE));

        // When
        var planned =
                new FirstLooks(planner, planning()).plan(call(Duration.ofSeconds(10)), WHY, REGISTRY, Holdings.UNKNOWN);

        // Then
        assertThat(planned).isInstanceOfSatisfying(PlannedTask.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.NOT_SUPPORTED_YET);
            assertThat(refused.nearest()).containsExactly(WHOLE);
        });
    }

    private Diagnosed.Looked looked(PlaybookAgent planner, DiagnosisBudget budget, Duration time) {
        return (Diagnosed.Looked) run(planner, budget, time);
    }

    private Diagnosed run(PlaybookAgent planner, DiagnosisBudget budget, Duration time) {
        return run(planner, budget, time, sources.journal());
    }

    private Diagnosed run(PlaybookAgent planner, DiagnosisBudget budget, Duration time, RunJournal journal) {
        return new Diagnosing(planner, planning(), sources.runner(), budget, Clock.systemUTC())
                .run(call(time), journal, WHY, REGISTRY, stages::add);
    }

    private static Planning planning() {
        return new Planning(
                (_, request) -> new PlanOutcome.Planned(plan(request.task()), List.of()), new PlanGuard(), List.of());
    }

    private static CallContext call(Duration time) {
        return new CallContext(
                new Caller("t", List.of(Role.ADMIN), List.of("*"), List.of(), List.of()),
                Deadline.in(time, Clock.systemUTC()),
                "t");
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
