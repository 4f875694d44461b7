package io.asktrail.planner;

import static io.asktrail.planner.Planned.above;
import static io.asktrail.planner.Planned.by;
import static io.asktrail.planner.Planned.descending;
import static io.asktrail.planner.Planned.lines;
import static io.asktrail.planner.Planned.metrics;
import static io.asktrail.planner.Planned.october;
import static io.asktrail.planner.Planned.planOf;
import static io.asktrail.planner.Planned.september;
import static io.asktrail.planner.Planned.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.TaskSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first groups: ranked where they are measured, and the other sources asked for those alone. */
class TopGroupsTest {
    private static final String OCTOBER = "2025-10-01..2025-10-31";

    private static TaskSpec.Builder topProducts(String metrics, String rankedBy) {
        return task(metrics)
                .groupBy(by("product"))
                .orderBy(List.of(descending(rankedBy)))
                .limit(10);
    }

    @Test
    void theSourceThatRanksComesFirstWhereverItsNumberStands() {
        assertThat(lines(topProducts("spend net_sales tacos", "net_sales").build()))
                .containsExactly(
                        "sales1 = query; gross_sales, refunds; by product; " + OCTOBER,
                        "rank1 = sales1; with net_sales=gross_sales-refunds; show gross_sales, refunds, net_sales;"
                                + " lead 10 by net_sales; order net_sales DESC, product ASC",
                        "ads1 = get_product_metrics; spend; by product; only product of rank1 if sure; " + OCTOBER,
                        "calc1 = rank1 + ads1; on product; with net_sales=gross_sales-refunds,"
                                + " tacos=spend/net_sales; show spend, net_sales, tacos;"
                                + " order net_sales DESC, product ASC first 10");
    }

    @Test
    void aConditionThatTheRankingSourceKnowsIsKeptInTheRanking() {
        assertThat(lines(topProducts("net_sales spend", "net_sales")
                        .filters(List.of(above("aov", "500")))
                        .build()))
                .anyMatch(line -> line.startsWith("rank1 = ") && line.contains("having aov > 500"));
    }

    static Stream<TaskSpec> whereTheFirstDependOnMore() {
        var share = Calculation.of(Kind.SHARE_OF_TOTAL, metrics("net_sales").getFirst());
        return Stream.of(
                // Ranked by a number of both sources.
                topProducts("net_sales spend tacos", "tacos").build(),
                // Kept by a number of the other source.
                topProducts("net_sales spend", "net_sales")
                        .filters(List.of(above("acos", "0.1")))
                        .build(),
                // Of two equal ones the other source decides.
                topProducts("net_sales spend", "net_sales")
                        .orderBy(List.of(descending("net_sales"), descending("spend")))
                        .build(),
                // What is least, or has no rows at all, comes first.
                topProducts("net_sales spend", "net_sales")
                        .orderBy(List.of(new Ordering(new FieldId("net_sales"), Direction.ASC)))
                        .build(),
                topProducts("net_sales spend", "net_sales")
                        .orderBy(List.of(new Ordering(new FieldId("product"), Direction.ASC)))
                        .build(),
                topProducts("net_sales spend", "net_sales")
                        .calculations(List.of(share))
                        .build(),
                topProducts("net_sales spend", "net_sales").limit(null).build(),
                topProducts("net_sales spend", "net_sales").limit(501).build(),
                topProducts("net_sales spend", "net_sales")
                        .groupBy(by("product category"))
                        .build(),
                // A handful of values that everybody knows: nothing is spared.
                task("net_sales spend").groupBy(by("channel")).limit(2).build());
    }

    @ParameterizedTest
    @MethodSource("whereTheFirstDependOnMore")
    void nothingIsLeftOutWhereTheFirstDependOnMore(TaskSpec task) {
        assertThat(lines(task)).noneMatch(line -> line.contains("only ") || line.contains("lead "));
    }

    @Test
    void fiveHundredNamesAreStillAShorterWay() {
        assertThat(lines(topProducts("net_sales spend", "net_sales").limit(500).build()))
                .anyMatch(line -> line.contains("lead 500 by net_sales"));
    }

    @Test
    void theEarlierPeriodIsReadForTheGroupsThatAreShown() {
        assertThat(lines(topProducts("spend", "spend").compare(september()).build()))
                .containsExactly(
                        "ads1 = get_product_metrics; spend; by product; " + OCTOBER,
                        "calc1 = ads1; show spend; lead 10 by spend; order spend DESC, product ASC",
                        "ads1_before = get_product_metrics; spend; by product; only product of calc1 if sure;"
                                + " 2025-09-01..2025-09-30",
                        "calc1_before = ads1_before; show spend",
                        "compare1 = calc1 vs calc1_before; on product; show spend;"
                                + " order spend DESC, product ASC first 10");
    }

    @Test
    void aComparisonThatIsFinishedLaterReadsEveryGroup() {
        assertThat(lines(topProducts("spend", "spend")
                        .filters(List.of(above("spend", "100")))
                        .compare(september())
                        .build()))
                .noneMatch(line -> line.contains("only ") || line.contains("lead "));
    }

    @Test
    void seriesOfTheFirstGroupsAreRankedOverTheWholePeriod() {
        // Given
        var task = task("spend")
                .groupBy(by("campaign"))
                .time(october(Grain.WEEK))
                .orderBy(List.of(descending("spend")))
                .limit(5)
                .build();

        // When
        var planned = planOf(task);

        // Then
        assertThat(lines(planned.plan()))
                .containsExactly(
                        "ads1_rank = get_campaign_metrics; spend; by campaign; " + OCTOBER
                                + "; order spend DESC, campaign ASC first 5",
                        "calc1_rank = ads1_rank; show spend; order spend DESC, campaign ASC first 5",
                        "ads1 = get_campaign_metrics; spend; by date, campaign/WEEK; only campaign of calc1_rank; "
                                + OCTOBER,
                        "calc1 = ads1; show spend; within calc1_rank; fill " + OCTOBER
                                + "; order date ASC, campaign ASC");
        assertThat(planned.notes()).extracting(note -> note.code()).containsExactly("ranked_over_period");
    }

    @Test
    void aConditionOnANumberPicksTheGroupsOfTheSeries() {
        // Given
        var task = task("roas")
                .groupBy(by("campaign"))
                .time(october(Grain.DAY))
                .filters(List.of(
                        above("spend", "1000"),
                        Planned.filter("channel", io.asktrail.contracts.task.Operator.EQ, "SP")))
                .limit(3)
                .build();

        // When
        var lines = lines(task);

        // Then
        assertThat(lines.get(1)).startsWith("calc1_rank").contains("having spend > 1000");
        assertThat(lines.get(2)).contains("where channel = SP");
        assertThat(lines.get(3)).contains("within calc1_rank").doesNotContain("having");
    }

    @Test
    void comparedSeriesAreOfTheSameGroupsInBothPeriods() {
        // Given
        var task = task("spend net_sales")
                .groupBy(by("product"))
                .time(october(Grain.DAY))
                .compare(september())
                .limit(2)
                .build();

        // When
        var lines = lines(task);

        // Then
        assertThat(lines)
                .filteredOn(line -> line.contains("only product of calc1_rank;"))
                .hasSize(4);
        assertThat(lines).filteredOn(line -> line.contains("within calc1_rank")).hasSize(2);
        assertThat(lines.getLast()).startsWith("compare1").doesNotContain("first");
    }

    @Test
    void whatCannotBeASeriesIsNotRankedEither() {
        // Given
        var task =
                task("ltv").groupBy(by("geo")).time(october(Grain.DAY)).limit(3).build();

        // Then
        assertThat(Planned.refusalOf(task).reason()).contains("by date");
    }

    @Test
    void seriesThatAreOrderedByDateAreOfTheLargestGroups() {
        // Given
        var task = task("spend")
                .groupBy(by("campaign"))
                .time(october(Grain.DAY))
                .orderBy(List.of(new Ordering(new FieldId("date"), Direction.ASC)))
                .limit(5)
                .build();

        // Then
        assertThat(lines(task).getFirst()).contains("order spend DESC, campaign ASC first 5");
    }
}
