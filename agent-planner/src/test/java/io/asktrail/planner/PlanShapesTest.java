package io.asktrail.planner;

import static io.asktrail.planner.Planned.by;
import static io.asktrail.planner.Planned.descending;
import static io.asktrail.planner.Planned.lines;
import static io.asktrail.planner.Planned.metrics;
import static io.asktrail.planner.Planned.october;
import static io.asktrail.planner.Planned.planOf;
import static io.asktrail.planner.Planned.september;
import static io.asktrail.planner.Planned.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.plan.PlanGuard;
import io.asktrail.registry.policy.Access;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class PlanShapesTest {
    private static final String OCTOBER = "2025-10-01..2025-10-31";
    private static final Access EVERYTHING = new Access(
            Planned.DEMO.metrics().keySet(), Planned.DEMO.dimensions().keySet(), Set.of(), true);
    private static final PlanGuard GUARD =
            new PlanGuard(Clock.fixed(Instant.parse("2025-11-03T06:00:00Z"), ZoneOffset.UTC));

    static Stream<TaskSpec> tasks() {
        var share = Calculation.of(Kind.SHARE_OF_TOTAL, metrics("net_sales").getFirst());
        var count = new Calculation(Kind.COUNT, null, null, by("campaign").getFirst(), null);
        return Stream.of(
                task("roas").build(),
                task("contribution tacos").groupBy(by("geo")).build(),
                task("ltv net_sales spend")
                        .groupBy(by("geo"))
                        .compare(september())
                        .build(),
                task("net_sales")
                        .groupBy(by("category"))
                        .calculations(List.of(share))
                        .build(),
                task("spend").calculations(List.of(count)).compare(september()).build(),
                task("revenue net_sales").groupBy(by("city")).limit(10).build(),
                task("net_sales spend tacos").groupBy(by("product")).limit(10).build(),
                task("spend net_sales")
                        .groupBy(by("product"))
                        .compare(september())
                        .limit(10)
                        .build(),
                task("spend net_sales")
                        .groupBy(by("product"))
                        .time(october(Grain.WEEK))
                        .compare(september())
                        .limit(10)
                        .build(),
                task("spend net_sales")
                        .groupBy(by("category"))
                        .time(october(Grain.WEEK))
                        .build());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void everyPlanPassesItsGuardrails(TaskSpec task) {
        // When
        var verdicts = GUARD.review(planOf(task).plan(), task, EVERYTHING, Planned.DEMO);

        // Then
        assertThat(verdicts).isNotEmpty().allMatch(verdict -> verdict.passed());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void theSameTaskGivesTheSameBytes(TaskSpec task) {
        var json = JsonMapper.builder().build();

        assertThat(json.writeValueAsString(planOf(task)))
                .isEqualTo(json.writeValueAsString(planOf(task.toBuilder().build())));
    }

    @Test
    void threeReadingsAreJoinedTwoAtATimeAndCalculatedOnce() {
        assertThat(lines(task("net_sales spend ltv").groupBy(by("geo")).build()))
                .containsExactly(
                        "sales1 = query; gross_sales, refunds; by geo; " + OCTOBER,
                        "ads1 = get_campaign_metrics; spend; by geo; " + OCTOBER,
                        "sales2 = query; gross_sales_to_date, refunds_to_date, customers_to_date; by geo;"
                                + " 2000-01-01..2025-10-31",
                        "calc1 = sales1 + ads1; on geo; show gross_sales, refunds, spend",
                        "calc2 = calc1 + sales2; on geo; with net_sales=gross_sales-refunds,"
                                + " net_sales_to_date=gross_sales_to_date-refunds_to_date,"
                                + " ltv=net_sales_to_date/customers_to_date; show net_sales, spend, ltv;"
                                + " order net_sales DESC, geo ASC");
    }

    @Test
    void aRankingByAWorkedOutNumberIsNotCutAtTheSource() {
        // Given
        var task = task("roas")
                .groupBy(by("campaign"))
                .orderBy(List.of(descending("roas")))
                .limit(5)
                .build();

        // Then
        assertThat(lines(task)).first().asString().doesNotContain("first 5");
    }

    @Test
    void aShareIsOfEverythingSoNothingIsCutAtTheSource() {
        // Given
        var share = Calculation.of(Kind.SHARE_OF_TOTAL, metrics("spend").getFirst());
        var task = task("spend")
                .groupBy(by("campaign"))
                .calculations(List.of(share))
                .limit(5)
                .build();

        // Then
        assertThat(lines(task)).first().asString().doesNotContain("first 5");
    }

    @Test
    void anAveragePerDayKnowsTheDays() {
        // Given
        var perDay = Calculation.of(Kind.PER_DAY, metrics("spend").getFirst());

        // Then
        assertThat(lines(task("spend").calculations(List.of(perDay)).build()))
                .last()
                .isEqualTo("calc1 = ads1; show spend; calculate PER_DAY; fill " + OCTOBER);
    }

    @Test
    void countingGroupsReadsThemOneByOne() {
        // Given
        var count = new Calculation(Kind.COUNT, null, null, by("campaign").getFirst(), null);
        var task = task("acos")
                .filters(List.of(Planned.above("acos", "0.4")))
                .calculations(List.of(count))
                .build();

        // Then
        assertThat(lines(task))
                .containsExactly(
                        "ads1 = get_campaign_metrics; spend, attributed_sales; by campaign; " + OCTOBER,
                        "calc1 = ads1; with acos=spend/attributed_sales; show acos; having acos > 0.4; calculate COUNT;"
                                + " order acos DESC, campaign ASC");
    }
}
