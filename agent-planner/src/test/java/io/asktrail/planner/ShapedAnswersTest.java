package io.asktrail.planner;

import static io.asktrail.planner.Planned.above;
import static io.asktrail.planner.Planned.by;
import static io.asktrail.planner.Planned.descending;
import static io.asktrail.planner.Planned.keep;
import static io.asktrail.planner.Planned.lines;
import static io.asktrail.planner.Planned.metrics;
import static io.asktrail.planner.Planned.october;
import static io.asktrail.planner.Planned.planOf;
import static io.asktrail.planner.Planned.refusalOf;
import static io.asktrail.planner.Planned.september;
import static io.asktrail.planner.Planned.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.DimensionId;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Forecasts, rankings with a row for all others, and tables of one thing by another. */
class ShapedAnswersTest {
    @Test
    void readsHalfAYearForAForecast() {
        // Given
        var task = forecast("net_sales", 30).entities(keep("geo", "Delhi")).build();

        // When / Then: 182 days up to the last that was asked for
        assertThat(lines(task))
                .containsExactly(
                        "sales1 = query; gross_sales, refunds; by date/DAY; keep geo=[Delhi]; 2025-05-03..2025-10-31",
                        "calc1 = sales1; with net_sales=gross_sales-refunds; show net_sales; calculate FORECAST;"
                                + " fill 2025-05-03..2025-10-31; order date ASC");
        assertGuarded(task);
    }

    @Test
    void foretellsOneSumOfEverythingAtATime() {
        assertTurned(forecast("spend", null), "horizon_days from 1 to 366");
        assertTurned(forecast("spend", 400), "horizon_days from 1 to 366");
        assertTurned(forecast("spend", 30).metrics(metrics("spend clicks")), "One number is forecast at a time");
        assertTurned(forecast("customers", 30), "cannot be added up over days");
        assertTurned(forecast("spend", 30).groupBy(by("channel")), "of the whole by day");
        assertTurned(forecast("spend", 30).compare(september()), "of the whole by day");
        assertTurned(forecast("spend", 30).filters(List.of(above("spend", "5"))), "of the whole by day");
        assertTurned(forecast("spend", 30).time(october(Grain.WEEK)), "of the whole by day");
    }

    @Test
    void offersTheForecastThatThereIs() {
        // When
        var ratio = refusalOf(forecast("roas", 30).build());
        var grouped =
                refusalOf(forecast("spend", 30).groupBy(by("channel")).limit(5).build());

        // Then
        assertThat(ratio.nearest())
                .contains(forecast("revenue", 30).build(), forecast("spend", 30).build());
        assertThat(grouped.nearest()).containsExactly(forecast("spend", 30).build());
    }

    @Test
    void leavesTheLimitToTheStepThatKnowsTheOthers() {
        // Given
        var task = task("spend")
                .groupBy(by("campaign"))
                .orderBy(List.of(descending("spend")))
                .limit(5)
                .calculations(List.of(calculation(Kind.OTHERS, null, null)))
                .build();

        // When / Then
        assertThat(lines(task))
                .containsExactly(
                        "ads1 = get_campaign_metrics; spend; by campaign; 2025-10-01..2025-10-31",
                        "calc1 = ads1; show spend; calculate OTHERS; order spend DESC, campaign ASC first 5");
        assertGuarded(task);
    }

    @Test
    void hasOthersOnlyWhereSomebodyIsLeftOut() {
        var others = List.of(calculation(Kind.OTHERS, null, null));
        assertTurned(task("spend").groupBy(by("campaign")).calculations(others), "how many are to have a row");
        assertTurned(task("spend").limit(5).calculations(others), "say what is ranked");
        assertTurned(
                task("spend")
                        .groupBy(by("campaign"))
                        .time(october(Grain.DAY))
                        .limit(5)
                        .calculations(others),
                "ask for the ranking");
    }

    @Test
    void turnsOneOfTwoDimensionsIntoColumns() {
        // Given
        var task = task("spend")
                .groupBy(by("geo channel"))
                .calculations(List.of(calculation(Kind.PIVOT, "spend", "channel")))
                .build();

        // When / Then
        assertThat(planOf(task).plan().steps()).hasSize(2);
        assertThat(lines(task).getLast()).contains("calculate PIVOT");
        assertGuarded(task);
    }

    @Test
    void aPivotIsOfOneMetricByTwoThings() {
        var pivot = List.of(calculation(Kind.PIVOT, "spend", "channel"));
        assertTurned(task("spend").groupBy(by("geo")).calculations(pivot), "names its metric");
        assertTurned(task("spend").groupBy(by("channel")).calculations(pivot), "one metric by two things");
        assertTurned(task("spend clicks").groupBy(by("geo channel")).calculations(pivot), "one metric by two things");
        assertTurned(
                task("spend").groupBy(by("geo channel")).compare(september()).calculations(pivot),
                "one metric by two things");
    }

    private static TaskSpec.Builder forecast(String metric, @Nullable Integer days) {
        return task(metric)
                .time(october(Grain.DAY))
                .calculations(
                        List.of(new Calculation(Kind.FORECAST, metrics(metric).getFirst(), null, null, days)));
    }

    private static Calculation calculation(Kind kind, @Nullable String metric, @Nullable String of) {
        return new Calculation(
                kind,
                metric == null ? null : metrics(metric).getFirst(),
                null,
                of == null ? null : new DimensionId(of),
                null);
    }

    private static void assertTurned(TaskSpec.Builder task, String reason) {
        assertThat(refusalOf(task.build()).reason()).contains(reason);
    }

    private static void assertGuarded(TaskSpec task) {
        var everything = new Access(
                Planned.DEMO.metrics().keySet(), Planned.DEMO.dimensions().keySet(), Set.of(), true);
        var guard = new PlanGuard(Clock.fixed(Instant.parse("2025-11-03T06:00:00Z"), ZoneOffset.UTC));
        assertThat(guard.review(planOf(task).plan(), task, everything, Planned.DEMO))
                .allSatisfy(verdict ->
                        assertThat(verdict.passed()).as(verdict.toString()).isTrue());
    }
}
