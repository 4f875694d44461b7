package io.asktrail.orchestrator.execution;

import static io.asktrail.orchestrator.execution.FakeAgents.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.service.tracing.Spans;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PlanRunnerTest {
    private static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));

    /** ROAS against net sales by day: one step from each source, joined, then two formulas. */
    private static final Plan TWO_SOURCES = JsonMapper.shared().readValue("""
             {"steps":[
               {"id":"ads1","tool":"amazon_ads_api.get_campaign_metrics","inputs":{"metrics":["spend"],
                "group_by":["date"],"grain":"day","date_range":"2025-10-01..2025-10-02","tz":"Asia/Kolkata"}},
               {"id":"sales1","tool":"sales_db.query","inputs":{"metrics":["gross_sales","refunds"],
                "group_by":["date"],"grain":"day","date_range":"2025-10-01..2025-10-02","tz":"Asia/Kolkata"}},
               {"id":"calc1","tool":"compute.aggregate","inputs":{"left":"ads1","right":"sales1","join_keys":["date"],
                "formulas":["net_sales=gross_sales-refunds","blended_roas=net_sales/spend"],
                "select":["spend","net_sales","blended_roas"],
                "order_by":[{"field":"blended_roas","direction":"desc"}]}}],
              "outputs":{"table":"calc1","narrative":true}}\
             """, Plan.class);

    private final FakeAgents agents = new FakeAgents();

    private CallContext within(Duration time) {
        return new CallContext(
                new Caller("t", List.of(Role.ADMIN), List.of("*"), List.of(), List.of()),
                Deadline.in(time, Clock.systemUTC()),
                "t");
    }

    private RunResult run(CallContext call) {
        return run(call, TWO_SOURCES);
    }

    private RunResult run(CallContext call, Plan plan) {
        var calls = UnprotectedCalls.of(new StepCaller(agents.ads, agents.sales, agents.compute));
        return new PlanRunner(calls, Spans.none(), Clock.systemUTC())
                .run(call, new ForgetfulJournal("run1"), plan, REGISTRY, _ -> {});
    }

    @Test
    void worksOutWhatIsLeftWhenASourceHasLostAMetric() {
        // Given
        agents.ads.answering(() -> table("spend", "10"));
        agents.sales.lacking("Gross sales cannot be worked out.", () -> table("refunds", "5"));

        // When
        var result = run(within(Duration.ofSeconds(10)));

        // Then: what needs the lost one is left out of the step, the others are kept
        assertThat(result.hasMissing()).isTrue();
        assertThat(agents.compute.step)
                .isNotNull()
                .extracting(Step::inputs)
                .isInstanceOfSatisfying(StepInputs.Aggregate.class, left -> {
                    assertThat(left.right()).isEqualTo(new StepId("sales1"));
                    assertThat(left.formulas()).isEmpty();
                    assertThat(left.select()).containsExactly(new MetricId("spend"));
                    assertThat(left.orderBy()).isEmpty();
                });
    }

    @Test
    void saysWhatWasLostWhenNothingIsLeft() {
        // Given
        agents.ads.answering(() -> table("spend", "10"));
        agents.sales.lacking("Gross sales cannot be worked out.", () -> table("refunds", "5"));
        var text = JsonMapper.shared().writeValueAsString(TWO_SOURCES);
        var ratioAlone = JsonMapper.shared()
                .readValue(
                        text.replace("[\"spend\",\"net_sales\",\"blended_roas\"]", "[\"blended_roas\"]"), Plan.class);

        // When
        var result = run(within(Duration.ofSeconds(10)), ratioAlone);

        // Then
        assertThat(result.results().get(new StepId("calc1")))
                .isEqualTo(new StepResult.Missing(ErrorCode.SOURCE_CHANGED, "Gross sales cannot be worked out."));
    }

    @Test
    void worksNothingOutWhereAConditionIsOnANumberOfTheSourceThatIsDown() {
        // Given: days with net sales above 100, with their ad spend
        agents.ads.answering(() -> table("spend", "10"));
        agents.sales.failing(ErrorCode.SOURCE_DOWN);
        var text = JsonMapper.shared().writeValueAsString(TWO_SOURCES);
        var condition = "\"filters\":[{\"field\":\"net_sales\",\"op\":\">\",\"value\":100}],\"join_keys\"";
        var conditioned = JsonMapper.shared().readValue(text.replace("\"join_keys\"", condition), Plan.class);

        // When
        var result = run(within(Duration.ofSeconds(10)), conditioned);

        // Then: the ad spend of all days is not what was asked for
        assertThat(result.results().get(new StepId("calc1"))).isInstanceOf(StepResult.Missing.class);
        assertThat(agents.compute.step).isNull();
    }

    @Test
    void asksTheSourcesOfOneWaveAtTheSameTime() {
        // Given
        var together = new CyclicBarrier(2);
        agents.ads.answering(() -> meet(together, table("spend", "10")));
        agents.sales.answering(() -> meet(together, table("gross_sales", "50")));

        // When
        var result = run(within(Duration.ofSeconds(10)));

        // Then
        assertThat(result.hasMissing()).isFalse();
        assertThat(agents.compute.inputs).containsOnlyKeys(new StepId("ads1"), new StepId("sales1"));
    }

    @Test
    void keepsTheOtherSourcesNumbersWhenOneIsDown() {
        // Given
        agents.ads.failing(ErrorCode.SOURCE_DOWN);
        agents.sales.answering(() -> table("gross_sales", "50", "refunds", "5"));

        // When
        var result = run(within(Duration.ofSeconds(10)));

        // Then
        assertThat(result.results().get(new StepId("ads1")))
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.code()).isEqualTo(ErrorCode.SOURCE_DOWN));
        assertThat(result.results().get(new StepId("calc1"))).isInstanceOf(StepResult.Rows.class);
        var asked = (StepInputs.Aggregate)
                Objects.requireNonNull(agents.compute.step).inputs();
        assertThat(asked.right()).isNull();
        assertThat(asked.formulas()).containsExactly("net_sales=gross_sales-refunds");
        assertThat(asked.select()).extracting("value").containsExactly("net_sales");
        assertThat(asked.orderBy()).isEmpty();
    }

    @Test
    void givesUpAStepAtTheDeadlineAndKeepsTheRest() {
        // Given
        var never = new CountDownLatch(1);
        agents.ads.answering(() -> await(never));
        agents.sales.answering(() -> table("gross_sales", "50", "refunds", "5"));

        // When
        var result = run(within(Duration.ofMillis(300)));

        // Then
        assertThat(result.results().get(new StepId("ads1")))
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.code()).isEqualTo(ErrorCode.DEADLINE_PASSED));
        assertThat(result.results().get(new StepId("sales1"))).isInstanceOf(StepResult.Rows.class);
        assertThat(result.trail()).extracting("error").contains(ErrorCode.DEADLINE_PASSED);
    }

    @Test
    void saysWhatIsMissingWhenNothingIsLeft() {
        // Given
        agents.ads.failing(ErrorCode.SOURCE_DOWN);
        agents.sales.failing(ErrorCode.AGENT_DOWN);

        // When
        var result = run(within(Duration.ofSeconds(10)));

        // Then
        assertThat(result.results().get(new StepId("calc1"))).isInstanceOf(StepResult.Missing.class);
        assertThat(agents.compute.step).isNull();
    }

    @Test
    void givesEachStepAKeyOfItsOwn() {
        // Given
        agents.ads.answering(() -> table("spend", "10"));
        agents.sales.answering(() -> table("gross_sales", "50"));

        // When
        run(within(Duration.ofSeconds(10)));

        // Then
        var keys = new ArrayList<>(agents.ads.keys);
        keys.addAll(agents.sales.keys);
        assertThat(keys).containsExactlyInAnyOrder("run1:ads1", "run1:sales1");
    }

    private static <T> T meet(CyclicBarrier together, T result) throws Exception {
        together.await(5, TimeUnit.SECONDS);
        return result;
    }

    private static <T> T await(CountDownLatch never) throws InterruptedException {
        never.await();
        throw new IllegalStateException("was let go");
    }

    @Test
    void hasATemplateRunByTheWarehouse() {
        // Given
        var plan = JsonMapper.shared().readValue("""
                 {"steps":[{"id":"s1","tool":"sales_db.sql","inputs":{"sql_template":"top_products.sql",
                   "params":{"start":"2025-10-01","end":"2025-10-31","geo":"Delhi","top":3}}}],
                  "outputs":{"table":"s1","narrative":false}}\
                 """, Plan.class);
        agents.sales.answering(() -> table("gross_sales", "50"));

        // When
        var result = run(within(Duration.ofSeconds(10)), plan);

        // Then
        assertThat(result.hasMissing()).isFalse();
        assertThat(agents.sales.templates).singleElement().satisfies(request -> {
            assertThat(request.inputs()).isEqualTo(plan.steps().getFirst().inputs());
            assertThat(request.tool().toString()).isEqualTo("sales_db.sql");
        });
    }

    @Test
    void stopsATemplateAtTheDeadline() {
        // Given
        var plan = JsonMapper.shared().readValue("""
                 {"steps":[{"id":"s1","tool":"sales_db.sql","inputs":{"sql_template":"top_products","params":{}}}],
                  "outputs":{"table":"s1","narrative":false}}\
                 """, Plan.class);
        agents.sales.answering(() -> {
            new CountDownLatch(1).await();
            return table("gross_sales", "50");
        });

        // When
        var result = run(within(Duration.ofMillis(200)), plan);

        // Then
        assertThat(result.results().get(new StepId("s1")))
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.code()).isEqualTo(ErrorCode.DEADLINE_PASSED));
    }
}
