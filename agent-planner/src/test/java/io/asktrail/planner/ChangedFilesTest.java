package io.asktrail.planner;

import static io.asktrail.planner.Planned.by;
import static io.asktrail.planner.Planned.filter;
import static io.asktrail.planner.Planned.keep;
import static io.asktrail.planner.Planned.lines;
import static io.asktrail.planner.Planned.outcomeOf;
import static io.asktrail.planner.Planned.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.task.Operator;
import io.asktrail.registry.Registry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a number comes from follows from what the files say of the sources, and from nothing else. */
class ChangedFilesTest {
    private static final String ADS = "tools/amazon_ads_api.yaml";
    private static final String SALES = "tools/sales_db.yaml";
    private static final String OCTOBER = "2025-10-01..2025-10-31";

    /** A second tool over the campaigns' table, which knows no more than spend by campaign and state. */
    private static final String SMALL = """
        tool_id: small_ads
        kind: sql
        agent: ads
        purpose: Spend alone.
        connection_ref: ads
        quotas: {rpm: 600, burst: 60, max_result_rows: 200000}
        latency_hint_ms: %d
        retries: {safe: true, max: 2}
        rls: true
        join_keys: [date, campaign, geo]
        observability_tags: [ads]
        freshness: Up to yesterday.
        capabilities:
          - name: spend
            purpose: Spend by campaign.
            inputs_schema_ref: fetch-inputs.schema.json
            outputs_schema_ref: result.schema.json
            table: ads.campaign_daily
            metrics: [spend]
            dimensions: [%s]
            channels: [%s]
        """;

    @TempDir
    Path folder;

    private EditedRegistry files;

    @BeforeEach
    void theFilesAreTheDemos() {
        files = EditedRegistry.in(folder);
    }

    private Registry withSmall(int latency, String dimensions, String channels) {
        return files.add("tools/small_ads.yaml", SMALL.formatted(latency, dimensions, channels))
                .load();
    }

    @Test
    void theFasterSourceIsTaken() {
        assertThat(lines(task("spend").build(), withSmall(39, "date, campaign, geo", "SP, SB, SD")))
                .first()
                .asString()
                .startsWith("ads1 = spend; spend;");
    }

    @Test
    void theSlowerSourceIsNotTaken() {
        assertThat(lines(task("spend").build(), withSmall(41, "date, campaign, geo", "SP, SB, SD")))
                .first()
                .asString()
                .startsWith("ads1 = get_campaign_metrics; spend;");
    }

    @Test
    void ofEquallyFastSourcesTheOneThatKnowsLeastBesideWhatIsAskedIsTaken() {
        assertThat(lines(task("spend").build(), withSmall(40, "date, campaign, geo", "SP, SB, SD")))
                .first()
                .asString()
                .startsWith("ads1 = spend; spend;");
    }

    @Test
    void aFastSourceOfOneChannelIsNotTakenForAll() {
        // Given
        var registry = withSmall(1, "date, campaign, geo, channel", "SP");

        // Then
        assertThat(lines(task("spend").build(), registry)).first().asString().contains("get_campaign_metrics");
        assertThat(lines(task("spend").entities(keep("channel", "SP")).build(), registry))
                .first()
                .isEqualTo("ads1 = spend; spend; keep channel=[SP]; " + OCTOBER);
        assertThat(lines(task("spend").entities(keep("channel", "SP", "SB")).build(), registry))
                .first()
                .asString()
                .contains("get_campaign_metrics");
    }

    @Test
    void aTableThatForgetsIsTakenOnlyWhereNothingElseWillDo() {
        // Given
        var registry = files.add(
                        "tools/small_ads.yaml",
                        SMALL.formatted(1, "date, campaign, geo, keyword", "SP, SB, SD")
                                .replace("ads.campaign_daily", "ads.targeting_daily"))
                .load();

        // Then
        assertThat(lines(task("spend").groupBy(by("geo")).build(), registry))
                .first()
                .asString()
                .contains("get_campaign_metrics");
        assertThat(lines(task("spend").groupBy(by("keyword")).build(), registry))
                .first()
                .asString()
                .startsWith("ads1 = spend;");
    }

    @Test
    void everyTableOfFactsHasItsDate() {
        assertThat(lines(
                        task("spend")
                                .time(Planned.october(io.asktrail.contracts.task.Grain.DAY))
                                .build(),
                        withSmall(1, "campaign, geo", "SP, SB, SD")))
                .first()
                .isEqualTo("ads1 = spend; spend; by date/DAY; " + OCTOBER);
    }

    @Test
    void rowsOfTwoToolsMeetOnlyOnWhatBothDeclareToMeanTheSame() {
        // Given: category is a word of sales alone now
        var registry = files.replace(
                        ADS,
                        "join_keys: [date, channel, campaign, campaign_status, product, category, brand, geo]",
                        "join_keys: [date, channel, campaign, campaign_status, product, brand, geo]")
                .load();
        var task = task("net_sales orders spend").groupBy(by("category")).build();

        // When
        var outcome = outcomeOf(task, registry);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(PlanOutcome.Refused.class, refused -> {
            assertThat(refused.reason())
                    .isEqualTo("Net sales, orders and ad spend come from sources whose category cannot be matched.");
            assertThat(refused.nearest())
                    .containsExactly(
                            task("net_sales orders").groupBy(by("category")).build(),
                            task("spend").groupBy(by("category")).build());
        });
    }

    @Test
    void oneToolMeetsItselfOnAnything() {
        // Given
        var registry = files.replace(
                        SALES,
                        "join_keys: [date, channel, campaign, campaign_status, product, category, brand, geo]",
                        "join_keys: []")
                .load();

        // Then
        assertThat(lines(task("net_sales ltv").groupBy(by("category")).build(), registry))
                .anyMatch(line -> line.startsWith("calc1 = sales1 + sales2; on category"));
    }

    @Test
    void daysAreTheSameDaysInEveryTool() {
        // Given
        var registry = files.replace(
                        SALES,
                        "join_keys: [date, channel, campaign, campaign_status, product, category, brand, geo]",
                        "join_keys: [category]")
                .load();
        var task = task("net_sales spend")
                .time(Planned.october(io.asktrail.contracts.task.Grain.DAY))
                .build();

        // Then
        assertThat(lines(task, registry)).anyMatch(line -> line.startsWith("calc1 = sales1 + ads1; on date"));
    }

    @Test
    void aNumberIsNotWorkedOutFromTwoMeaningsOfOneMeasure() {
        // Given: attributed orders' sales in the numerator where ads know no city, all orders' in the denominator
        var registry = files.add("metrics/attributed_share.yaml", """
                id: attributed_share
                label: {en: Attributed share}
                description: Revenue for ROAS of all net sales.
                kind: ratio
                formula: revenue / net_sales
                unit: percent
                direction: up
                additivity: ratio
                rounding: {scale: 4, mode: HALF_UP}
                owner: finance
                """).load();

        // Then
        assertThat(lines(task("attributed_share").groupBy(by("geo")).build(), registry))
                .anyMatch(line -> line.contains("attributed_share=revenue/net_sales"));
        assertThat(outcomeOf(task("attributed_share").groupBy(by("city")).build(), registry))
                .isInstanceOfSatisfying(
                        PlanOutcome.Refused.class,
                        refused -> assertThat(refused.reason())
                                .isEqualTo("Attributed share would mix numbers of different bases here."));
    }

    @Test
    void aNumberThatIsSomethingWithoutRowsRanksNothingEarly() {
        // Given: of a product without a row, everything was kept
        var registry = files.add("metrics/kept_rate.yaml", """
                id: kept_rate
                label: {en: Kept rate}
                description: The part of sales that was not refunded.
                kind: derived
                formula: 1 - refund_rate
                unit: percent
                direction: up
                additivity: non_additive
                rounding: {scale: 4, mode: HALF_UP}
                owner: finance
                """).load();

        // Then
        assertThat(lines(task("kept_rate spend").groupBy(by("product")).limit(5).build(), registry))
                .noneMatch(line -> line.contains("only ") || line.contains("lead "));
    }

    @Test
    void aChannelThatIsNotWantedNarrowsNothingToIt() {
        // Given: search terms are reported for SP alone
        var task = task("spend").groupBy(by("search_term"));

        // Then
        assertThat(lines(
                        task.filters(List.of(filter("channel", Operator.NE, "SB")))
                                .build(),
                        files.load()))
                .first()
                .asString()
                .contains("where channel != SB");
        assertThat(outcomeOf(
                        task.filters(List.of(filter("channel", Operator.IN, "SB")))
                                .build(),
                        files.load()))
                .isInstanceOf(PlanOutcome.Refused.class);
    }
}
