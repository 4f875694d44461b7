package io.asktrail.orchestrator.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.answer.Figure;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.stage.Stage;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.draft.DraftGuard;
import io.asktrail.guardrails.plan.PlanGuard;
import io.asktrail.orchestrator.execution.ForgetfulJournal;
import io.asktrail.orchestrator.execution.PlanRunner;
import io.asktrail.orchestrator.execution.StepCaller;
import io.asktrail.orchestrator.execution.UnprotectedCalls;
import io.asktrail.orchestrator.planning.Planning;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.service.tracing.Spans;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** From the task to the finished answer, with sources that hold what shoppers typed. */
class MaskedAnswerTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final String TYPED = "kurta 98765 43210";
    private static final Plan PLAN = JsonMapper.builder().build().readValue("""
             {"steps":[{"id":"ads1","tool":"amazon_ads_api.get_search_term_metrics","inputs":{"metrics":["spend"],
               "group_by":["search_term"],"date_range":"2025-10-01..2025-10-31","tz":"Asia/Kolkata"}}],
              "outputs":{"table":"ads1","narrative":true}}\
             """, Plan.class);
    private static final TaskSpec TASK = TaskSpec.query(
                    List.of(new MetricId("spend")),
                    new Period(
                            LocalDate.parse("2025-10-01"),
                            LocalDate.parse("2025-10-31"),
                            ZoneId.of("Asia/Kolkata"),
                            null,
                            null))
            .groupBy(List.of(new DimensionId("search_term")))
            .build();

    private final List<Stage> stages = new ArrayList<>();

    @Test
    void whoMayNotSeePersonalDataFindsNoneInAnyPartOfTheAnswer() {
        // When
        var answer = json(answered(Role.ANALYST));

        // Then
        assertThat(answer)
                .contains("Most went to kurta [phone hidden]: 4200.")
                .contains("\"kurta [phone hidden]\"")
                .contains("= 'kurta [phone hidden]'")
                .doesNotContain("98765 43210");
        assertThat(json(stages)).contains("[phone hidden]").doesNotContain("98765 43210");
    }

    @Test
    void figuresStillStandWhereTheyWereWritten() {
        // When
        var result = answered(Role.ANALYST);

        // Then
        assertThat(result.status()).isEqualTo(AnswerStatus.ANSWERED);
        assertThat(result.guardrails()).allMatch(RuleVerdict::passed);
        assertThat(result.figures())
                .singleElement()
                .satisfies(figure -> assertThat(result.text().substring(figure.from(), figure.to()))
                        .isEqualTo("4200"));
    }

    @Test
    void whoMaySeePersonalDataSeesThem() {
        // When
        var result = answered(Role.ADMIN);

        // Then
        assertThat(json(result)).contains("Most went to " + TYPED).doesNotContain("hidden]");
        assertThat(result.guardrails()).allMatch(RuleVerdict::passed);
    }

    @Test
    void aRefusalRepeatsNothingPersonal() {
        // Given
        var refused = WorkedOut.refused(
                new io.asktrail.contracts.answer.Refusal(
                        io.asktrail.contracts.error.ErrorCode.NO_PATH, null, "no path to asha@example.com", List.of()),
                List.of());
        var access = DEMO.accessOf(call(Role.ANALYST).caller());
        var writer = new AnswerWriter("a1", "c1", null, Language.ENGLISH, DEMO, access, null, System.nanoTime());

        // When
        var answer = writer.worked(refused, CacheUse.MISS, TASK, null, List.of());

        // Then
        assertThat(json(answer)).contains("No path to [mail hidden].").doesNotContain("asha@");
    }

    private WorkedOut answered(Role role) {
        var source = new TypedTerms();
        var caller = new StepCaller(source, source, (_, _) -> {
            throw new IllegalStateException("nothing is computed");
        });
        var runner = new TaskRunner(
                new Planning((_, _) -> new PlanOutcome.Planned(PLAN, List.of()), new PlanGuard(), List.of()),
                new PlanRunner(UnprotectedCalls.of(caller), Spans.none(), Clock.systemUTC()),
                new Composing(new Teller(), new DraftGuard()));
        return runner.run(call(role), new ForgetfulJournal("run1"), TASK, DEMO, stages::add);
    }

    private static CallContext call(Role role) {
        return new CallContext(
                new Caller("asha", List.of(role), List.of("*"), List.of(), List.of()),
                Deadline.in(Duration.ofSeconds(10), Clock.systemUTC()),
                "key");
    }

    private static String json(Object value) {
        return JsonMapper.builder().build().writeValueAsString(value);
    }

    private static final class TypedTerms extends SilentSource {
        @Override
        public StepResult fetch(CallContext call, FetchRequest request) {
            var table = new Table(
                    List.of(
                            new Column("search_term", "Search term", ColumnType.TEXT, null),
                            new Column("spend", "Ad spend", ColumnType.NUMBER, "INR")),
                    List.of(List.of(TYPED, new BigDecimal("4200"))));
            var query = "select … where search_term = '" + TYPED + "'";
            return new StepResult.Rows(table, 1, false, null, List.of(), query, List.of(), 0);
        }
    }

    /** Says the first row, as a composer that trusts its input does. */
    private static final class Teller extends SilentComposer {
        @Override
        public Draft compose(CallContext call, ComposeRequest request) {
            var shown = request.results().get(request.plan().outputs().table());
            var table = ((StepResult.Rows) Objects.requireNonNull(shown)).table();
            var text =
                    "Most went to %s: 4200.".formatted(table.rows().getFirst().getFirst());
            var at = text.indexOf("4200");
            var figure = new Figure(at, at + 4, new BigDecimal("4200"), 0, "spend", null);
            return new Draft(text, List.of(figure), table, null, "From search terms.", List.of(), List.of());
        }
    }
}
