package io.asktrail.planner;

import static io.asktrail.planner.Planned.above;
import static io.asktrail.planner.Planned.by;
import static io.asktrail.planner.Planned.descending;
import static io.asktrail.planner.Planned.keep;
import static io.asktrail.planner.Planned.lines;
import static io.asktrail.planner.Planned.metrics;
import static io.asktrail.planner.Planned.october;
import static io.asktrail.planner.Planned.september;
import static io.asktrail.planner.Planned.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The plans of the questions everybody asks first. */
class GoldenQuestionsTest {
    private static final String OCTOBER = "2025-10-01..2025-10-31";

    @Test
    void roasIsOneReadingAndOneDivision() {
        assertThat(lines(task("roas").build()))
                .containsExactly(
                        "ads1 = get_campaign_metrics; attributed_sales, spend; " + OCTOBER,
                        "calc1 = ads1; with revenue=attributed_sales, roas=revenue/spend; show roas");
    }

    @Test
    void cpcDividesSumsNotRows() {
        assertThat(lines(task("cpc").build()))
                .containsExactly(
                        "ads1 = get_campaign_metrics; spend, clicks; " + OCTOBER,
                        "calc1 = ads1; with cpc=spend/clicks; show cpc");
    }

    @Test
    void topCampaignsAreRankedWhereTheyAreMeasured() {
        // Given
        var task = task("spend")
                .groupBy(by("campaign"))
                .orderBy(List.of(descending("spend")))
                .limit(5)
                .build();

        // Then
        assertThat(lines(task))
                .containsExactly(
                        "ads1 = get_campaign_metrics; spend; by campaign; " + OCTOBER
                                + "; order spend DESC, campaign ASC first 5",
                        "calc1 = ads1; show spend; order spend DESC, campaign ASC first 5");
    }

    @Test
    void aTrendIsFilledForDaysWithoutRows() {
        assertThat(lines(task("spend").time(october(Grain.DAY)).build()))
                .containsExactly(
                        "ads1 = get_campaign_metrics; spend; by date/DAY; " + OCTOBER,
                        "calc1 = ads1; show spend; fill " + OCTOBER + "; order date ASC");
    }

    @Test
    void adSpendFromSbStandsBesideNetSalesThatAreNotNarrowedToSb() {
        // Given
        var task = task("net_sales spend")
                .groupBy(by("product"))
                .entities(keep("geo", "Delhi"))
                .scopes(List.of(new Scope(metrics("spend"), keep("channel", "SB"))))
                .orderBy(List.of(descending("net_sales")))
                .limit(5)
                .build();

        // Then
        assertThat(lines(task))
                .containsExactly(
                        "sales1 = query; gross_sales, refunds; by product; keep geo=[Delhi]; " + OCTOBER,
                        "rank1 = sales1; with net_sales=gross_sales-refunds; show gross_sales, refunds, net_sales;"
                                + " lead 5 by net_sales; order net_sales DESC, product ASC",
                        "ads1 = get_product_metrics; spend; by product; keep channel=[SB], geo=[Delhi];"
                                + " only product of rank1 if sure; " + OCTOBER,
                        "calc1 = rank1 + ads1; on product; with net_sales=gross_sales-refunds; show net_sales, spend;"
                                + " order net_sales DESC, product ASC first 5");
        assertThat(Planned.planOf(task).notes()).extracting(note -> note.code()).containsExactly("sb_even_split");
    }

    @Test
    void roasByChannelKeepsTheChannelsAskedFor() {
        // Given
        var task = task("roas")
                .groupBy(by("channel"))
                .entities(keep("channel", "SP", "SB", "SD"))
                .build();

        // Then
        assertThat(lines(task))
                .containsExactly(
                        "ads1 = get_campaign_metrics; attributed_sales, spend; by channel; keep channel=[SP, SB, SD]; "
                                + OCTOBER,
                        "calc1 = ads1; with revenue=attributed_sales, roas=revenue/spend; show roas;"
                                + " order roas DESC, channel ASC");
    }

    @Test
    void roasForSbInDelhiNarrowsBothSidesOfTheRatio() {
        // Given
        var entities = keep("geo", "Delhi").with(new DimensionId("channel"), List.of("SB"));

        // Then
        assertThat(lines(task("roas").entities(entities).build()))
                .first()
                .isEqualTo("ads1 = get_campaign_metrics; attributed_sales, spend; keep channel=[SB], geo=[Delhi]; "
                        + OCTOBER);
    }

    @Test
    void aThresholdOnARatioWaitsUntilTheRatioIsThere() {
        // Given
        var task = task("acos")
                .groupBy(by("campaign"))
                .filters(List.of(above("acos", "0.4")))
                .limit(10)
                .build();

        // Then
        assertThat(lines(task))
                .containsExactly(
                        "ads1 = get_campaign_metrics; spend, attributed_sales; by campaign; " + OCTOBER,
                        "calc1 = ads1; with acos=spend/attributed_sales; show acos; having acos > 0.4;"
                                + " order acos DESC, campaign ASC first 10");
    }

    @Test
    void aComparisonRunsEveryStepTwice() {
        // Given
        var task = task("net_sales")
                .groupBy(by("geo"))
                .compare(september())
                .limit(3)
                .build();

        // Then
        assertThat(lines(task))
                .containsExactly(
                        "sales1 = query; gross_sales, refunds; by geo; " + OCTOBER,
                        "calc1 = sales1; with net_sales=gross_sales-refunds; show net_sales; lead 3 by net_sales;"
                                + " order net_sales DESC, geo ASC",
                        "sales1_before = query; gross_sales, refunds; by geo; only geo of calc1 if sure;"
                                + " 2025-09-01..2025-09-30",
                        "calc1_before = sales1_before; with net_sales=gross_sales-refunds; show net_sales",
                        "compare1 = calc1 vs calc1_before; on geo; show net_sales;"
                                + " order net_sales DESC, geo ASC first 3");
    }

    @Test
    void aovByWeekDividesTheWeeksSums() {
        assertThat(lines(task("aov").time(october(Grain.WEEK)).build()))
                .containsExactly(
                        "sales1 = query; gross_sales, refunds, orders; by date/WEEK; " + OCTOBER,
                        "calc1 = sales1; with net_sales=gross_sales-refunds, aov=net_sales/orders; show aov; fill "
                                + OCTOBER + "; order date ASC");
    }
}
