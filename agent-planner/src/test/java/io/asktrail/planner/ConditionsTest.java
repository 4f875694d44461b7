package io.asktrail.planner;

import static io.asktrail.planner.Planned.above;
import static io.asktrail.planner.Planned.by;
import static io.asktrail.planner.Planned.filter;
import static io.asktrail.planner.Planned.keep;
import static io.asktrail.planner.Planned.lines;
import static io.asktrail.planner.Planned.metrics;
import static io.asktrail.planner.Planned.planOf;
import static io.asktrail.planner.Planned.refusalOf;
import static io.asktrail.planner.Planned.september;
import static io.asktrail.planner.Planned.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Conditions, scopes and what happens where a source cannot honour them. */
class ConditionsTest {
    private static final String OCTOBER = "2025-10-01..2025-10-31";

    @Test
    void aConditionThatOneNumberCannotHonourIsSaidOfThatNumber() {
        // When
        var planned =
                planOf(task("net_sales spend").entities(keep("city", "Pune")).build());

        // Then
        assertThat(lines(planned.plan()))
                .startsWith(
                        "sales1 = query; gross_sales, refunds; keep city=[Pune]; " + OCTOBER,
                        "ads1 = get_campaign_metrics; spend; " + OCTOBER);
        assertThat(planned.notes()).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(Note.Kind.CAVEAT);
            assertThat(note.code()).isEqualTo("wider_than_asked");
            assertThat(note.text()).startsWith("Ad spend is wider than asked").contains("City");
        });
    }

    @Test
    void aConditionThatNoNumberCanHonourIsRefusedWithTheQuestionWithoutIt() {
        // When
        var refused =
                refusalOf(task("spend clicks").entities(keep("city", "Pune")).build());

        // Then
        assertThat(refused.code()).isEqualTo(ErrorCode.NO_PATH);
        assertThat(refused.nearest()).contains(task("spend clicks").build());
    }

    @Test
    void aRatioIsNeverHalfNarrowed() {
        // Given: TACOS needs ad spend, which knows no city; net sales does.
        var planned =
                planOf(task("net_sales tacos").entities(keep("city", "Pune")).build());

        // Then: TACOS is worked out on its own, of all cities on both sides.
        assertThat(lines(planned.plan()))
                .containsExactly(
                        "sales1 = query; gross_sales, refunds; keep city=[Pune]; " + OCTOBER,
                        "calc1 = sales1; with net_sales=gross_sales-refunds; show net_sales",
                        "ads1 = get_campaign_metrics; spend; " + OCTOBER,
                        "sales2 = query; gross_sales, refunds; " + OCTOBER,
                        "calc2 = ads1 + sales2; with net_sales=gross_sales-refunds, tacos=spend/net_sales; show tacos",
                        "calc3 = calc1 + calc2; show net_sales, tacos");
        assertThat(planned.notes()).extracting(Note::code).containsExactly("wider_than_asked");
    }

    @Test
    void aScopeOverridesTheWholeTasksValueForItsMetricsOnly() {
        // Given
        var task = task("clicks spend")
                .entities(keep("channel", "SP"))
                .scopes(List.of(new Scope(metrics("spend"), keep("channel", "SD"))))
                .build();

        // Then
        assertThat(lines(task))
                .containsExactly(
                        "ads1 = get_campaign_metrics; clicks; keep channel=[SP]; " + OCTOBER,
                        "ads2 = get_campaign_metrics; spend; keep channel=[SD]; " + OCTOBER,
                        "calc1 = ads1 + ads2; show clicks, spend");
    }

    @Test
    void oneMeasureUnderTwoConditionsGetsABranchForEach() {
        // Given: ROAS over all channels, spend of SB beside it.
        var task = task("roas spend")
                .groupBy(by("product"))
                .scopes(List.of(new Scope(metrics("spend"), keep("channel", "SB"))))
                .build();

        // Then
        assertThat(lines(task))
                .containsExactly(
                        "ads1 = get_product_metrics; attributed_sales, spend; by product; " + OCTOBER,
                        "calc1 = ads1; with revenue=attributed_sales, roas=revenue/spend; show roas",
                        "ads2 = get_product_metrics; spend; by product; keep channel=[SB]; " + OCTOBER,
                        "calc2 = ads2; show spend",
                        "calc3 = calc1 + calc2; on product; show roas, spend; order roas DESC, product ASC");
    }

    @Test
    void aScopeThatItsMetricCannotHonourIsRefused() {
        // Given
        var task = task("net_sales spend")
                .scopes(List.of(new Scope(metrics("spend"), keep("customer_type", "New"))))
                .build();

        // Then
        assertThat(refusalOf(task).reason()).contains("ad spend").contains("customer type");
    }

    @Test
    void aSourceWithoutTheChannelIsNotTakenForIt() {
        // Given: search terms are reported for SP alone.
        var refused = refusalOf(task("spend")
                .groupBy(by("search_term"))
                .entities(keep("channel", "SB"))
                .build());

        // Then
        assertThat(refused.code()).isEqualTo(ErrorCode.NO_PATH);
    }

    @Test
    void channelsThatASourceLeavesOutAreSaid() {
        var planned = planOf(task("spend").groupBy(by("search_term")).build());

        assertThat(planned.notes()).extracting(Note::code).containsExactly("channels_left_out");
        assertThat(planned.notes().getFirst().text()).contains("SB, SD");
    }

    @Test
    void conditionsOnRowsGoToTheSourceAndConditionsOnGroupsWait() {
        // Given
        var task = task("spend")
                .groupBy(by("campaign"))
                .filters(List.of(filter("campaign_status", Operator.EQ, "enabled"), above("cpc", "20")))
                .build();

        // Then
        assertThat(lines(task))
                .containsExactly(
                        "ads1 = get_campaign_metrics; spend, clicks; by campaign; where campaign_status = enabled; "
                                + OCTOBER,
                        "calc1 = ads1; with cpc=spend/clicks; show spend; having cpc > 20;"
                                + " order spend DESC, campaign ASC");
    }

    @Test
    void conditionsOnGroupsLookAtThePeriodThatIsAskedAbout() {
        // Given
        var task = task("acos")
                .groupBy(by("campaign"))
                .compare(september())
                .filters(List.of(above("acos", "0.4")))
                .limit(5)
                .build();

        // Then: a campaign that was bad in September alone is not among the rows.
        assertThat(lines(task))
                .contains(
                        "calc1_before = ads1_before; with acos=spend/attributed_sales; show acos",
                        "compare1 = calc1 vs calc1_before; on campaign; show acos",
                        "finish1 = compare1; show acos; having acos > 0.4; order acos DESC, campaign ASC first 5");
    }

    @Test
    void aStateIsNamedOnceHoweverItIsWritten() {
        // Given: "=" on a dimension means the same as a kept value.
        var task = task("spend")
                .filters(List.of(filter("channel", Operator.EQ, "SB")))
                .groupBy(by("product"))
                .build();

        // Then
        assertThat(new Conditions(task.entities(), task.filters()).valuesOf(new DimensionId("channel")))
                .containsExactly("SB");
        assertThat(planOf(task).notes()).extracting(Note::code).containsExactly("sb_even_split");
    }

    @Test
    void theChannelThatIsAskedForIsNotGivenUpForAFinerCondition() {
        // Given: of Sponsored Display no ad groups are reported; other channels' ad groups are no wider number
        var task = task("gross_sales attributed_sales")
                .entities(keep("channel", "SD").with(new DimensionId("ad_group"), List.of("Kurtas")))
                .build();

        // Then
        assertThat(refusalOf(task).reason())
                .isEqualTo("No source can narrow any of these numbers to chosen values of ad group.");
        assertThat(lines(task("gross_sales attributed_sales")
                        .entities(keep("channel", "SP").with(new DimensionId("ad_group"), List.of("Kurtas")))
                        .build()))
                .contains("ads1 = get_targeting_metrics; attributed_sales; keep ad_group=[Kurtas], channel=[SP]; "
                        + OCTOBER);
    }

    @Test
    void whereNoNumberHonoursEverythingEachHonoursWhatItCan() {
        // Given: ads know ad groups and no city, sales the other way round
        var task = task("revenue net_sales")
                .entities(keep("ad_group", "Kurtas"))
                .filters(List.of(filter("city", Operator.NE, "Pune")))
                .build();

        // When
        var planned = planOf(task);

        // Then: revenue is the first choice that has the grain
        assertThat(lines(planned.plan()))
                .containsExactly(
                        "ads1 = get_targeting_metrics; attributed_sales; keep ad_group=[Kurtas]; " + OCTOBER,
                        "sales1 = query; gross_sales, refunds; where city != Pune; " + OCTOBER,
                        "calc1 = ads1 + sales1; with revenue=attributed_sales, net_sales=gross_sales-refunds; show"
                                + " revenue, net_sales");
        assertThat(planned.notes())
                .filteredOn(note -> note.code().equals("wider_than_asked"))
                .extracting(Note::text)
                .containsExactly(
                        "Revenue for ROAS is wider than asked: no source can narrow it by City, so it counts all of"
                                + " them.",
                        "Net sales is wider than asked: no source can narrow it by Ad group, so it counts all of"
                                + " them.");
    }

    @Test
    void aNumberThatOnlyPicksRowsDoesNotHonourTheConditionForTheOnesShown() {
        // Given: net sales know a city, ad spend does not
        var task = task("spend")
                .groupBy(by("campaign"))
                .entities(keep("city", "Pune"))
                .filters(List.of(above("net_sales", "100")))
                .build();

        // Then
        assertThat(refusalOf(task).reason()).isEqualTo("No source can narrow ad spend to chosen values of city.");
    }

    @Test
    void aNumberThatPicksRowsMayBeWiderAndThatIsSaid() {
        // Given
        var task = task("net_sales")
                .groupBy(by("campaign"))
                .entities(keep("city", "Pune"))
                .filters(List.of(above("spend", "100")))
                .build();

        // Then
        assertThat(planOf(task).notes())
                .extracting(Note::text)
                .containsExactly("The condition on Ad spend is wider than asked: no source can narrow it by City.");
    }

    @Test
    void onlyTheAttributionOfTheChannelsThatAreReadIsExplained() {
        assertThat(planOf(task("attributed_sales")
                                .entities(keep("channel", "SB"))
                                .build())
                        .notes())
                .extracting(Note::code)
                .containsExactly("attribution_sb");
        assertThat(planOf(task("attributed_sales").build()).notes())
                .extracting(Note::code)
                .containsExactly("attribution_sp", "attribution_sb", "attribution_sd");
    }

    @Test
    void whoAsksForOrdersWithACampaignIsNotAskedTwice() {
        // Given
        var task = task("revenue")
                .groupBy(by("city"))
                .filters(List.of(filter("campaign", Operator.CONTAINS, "")))
                .build();

        // Then
        assertThat(lines(task)).first().asString().contains("where campaign contains ; ");
    }

    @Test
    void comparedCountsAreMadeOfEachPeriodWithItsOwnConditions() {
        // Given
        var count = new Calculation(
                Calculation.Kind.COUNT, null, null, by("campaign").getFirst(), null);
        var task = task("spend")
                .filters(List.of(above("spend", "100")))
                .calculations(List.of(count))
                .compare(september())
                .build();

        // Then
        assertThat(lines(task))
                .containsExactly(
                        "ads1 = get_campaign_metrics; spend; by campaign; " + OCTOBER,
                        "calc1 = ads1; show spend; having spend > 100; calculate COUNT",
                        "ads1_before = get_campaign_metrics; spend; by campaign; 2025-09-01..2025-09-30",
                        "calc1_before = ads1_before; show spend; having spend > 100; calculate COUNT",
                        "compare1 = calc1 vs calc1_before; on campaign; show spend; order spend DESC, campaign ASC");
    }

    @Test
    void anOrderByAGroupIsNotGivenTwice() {
        // Given
        var task = task("spend")
                .groupBy(by("campaign channel"))
                .orderBy(List.of(Planned.descending("channel"), Planned.descending("spend")))
                .build();

        // Then
        assertThat(lines(task)).last().asString().endsWith("order channel DESC, spend DESC, campaign ASC");
    }
}
