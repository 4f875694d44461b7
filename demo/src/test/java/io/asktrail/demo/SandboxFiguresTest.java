package io.asktrail.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.demo.sandbox.Orders;
import io.asktrail.demo.sandbox.Sandbox;
import io.asktrail.demo.sandbox.SandboxSettings;
import io.asktrail.demo.sandbox.TestClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the sandbox reports and what the demo writes into its own store are the same figures, summed up by SQL. */
class SandboxFiguresTest {
    private static final LocalDate UNTIL = LocalDate.of(2025, 10, 31);
    private static final LocalDate FROM = UNTIL.minusDays(30);
    private static final DemoSettings DEMO = new DemoSettings(DemoSettings.DEFAULT_SEED, 0.1, UNTIL);
    private static final DemoDatabases DATABASES = DemoDatabases.empty();
    private static final Sandbox SANDBOX =
            Sandbox.start(SandboxSettings.of(DEMO).withReportLatency(Duration.ZERO));

    @BeforeAll
    static void load() {
        DATABASES.demo().extend(DEMO);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({
        "spCampaigns, campaign, campaign_daily, SP, campaign_id, campaignId",
        "sbCampaigns, campaign, campaign_daily, SB, campaign_id, campaignId",
        "sdCampaigns, campaign, campaign_daily, SD, campaign_id, campaignId",
        "spCampaigns, campaign+campaignPlacement, placement_daily, SP, 'campaign_id,placement', 'campaignId,placementClassification'",
        "spAdvertisedProduct, advertiser, product_daily, SP, 'campaign_id,sku', 'campaignId,advertisedSku'",
        "sdAdvertisedProduct, advertiser, product_daily, SD, 'campaign_id,sku', 'campaignId,promotedSku'",
        "spTargeting, targeting, targeting_daily, SP, 'campaign_id,ad_group,keyword,match_type', 'campaignId,adGroupName,keyword,matchType'",
        "sbTargeting, targeting, targeting_daily, SB, 'campaign_id,ad_group,keyword,match_type', 'campaignId,adGroupName,keywordText,matchType'",
        "spSearchTerm, searchTerm, search_term_daily, SP, 'campaign_id,ad_group,keyword,match_type,search_term', 'campaignId,adGroupName,keyword,matchType,searchTerm'"
    })
    void agreesWithTheStoreRowByRow(
            String type, String groupBy, String table, String channel, String keys, String columns) throws Exception {
        // Given
        var expected = DATABASES.ads("""
                SELECT date, %s, impressions, clicks, cost, attributed_sales, attributed_orders, attributed_units
                FROM ads.%s
                WHERE channel = '%s' AND date BETWEEN '%s' AND '%s' AND (clicks > 0 OR '%s' <> 'spSearchTerm')
                """.formatted(keys, table, channel, FROM, UNTIL, type));
        var asked = Stream.of(Stream.of("date"), Stream.of(columns.split(",")), measures(type))
                .flatMap(names -> names)
                .toArray(String[]::new);

        // When
        var reported = TestClient.loggedIn(SANDBOX).rows(Orders.daily(type, groupBy, FROM, UNTIL, asked));

        // Then
        assertThat(reported).hasSizeGreaterThan(100);
        assertThat(reported.stream().map(row -> inWordsOfTheStore(row, asked)))
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(List::toString).toList());
    }

    @Test
    void sumsAPeriodToOneRowForEachCampaign() throws Exception {
        // Given
        var expected = DATABASES.ads("""
                SELECT '%s', '%s', campaign_id, sum(clicks), sum(cost), sum(attributed_sales), sum(ntb_orders)
                FROM ads.campaign_daily
                WHERE channel = 'SB' AND date BETWEEN '%1$s' AND '%2$s' GROUP BY campaign_id
                """.formatted(FROM, UNTIL));
        var asked =
                new String[] {"startDate", "endDate", "campaignId", "clicks", "cost", "sales", "newToBrandPurchases"};

        // When
        var reported = TestClient.loggedIn(SANDBOX)
                .rows(Orders.of("sbCampaigns", "campaign", FROM, UNTIL, "SUMMARY", "[]", asked));

        // Then
        assertThat(reported.stream().map(row -> inWordsOfTheStore(row, asked)))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(List::toString).toList());
    }

    @Test
    void sumsAPeriodOfTheFinestReportToItsMonth() throws Exception {
        // Given
        var expected = DATABASES.ads("""
                SELECT count(*), sum(cost), sum(orders) FROM
                (SELECT sum(cost) AS cost, sum(attributed_orders) AS orders FROM ads.search_term_daily
                 WHERE clicks > 0 AND date BETWEEN '%s' AND '%s'
                 GROUP BY campaign_id, ad_group, keyword, match_type, search_term) AS terms
                """.formatted(FROM, UNTIL)).getFirst();

        // When
        var reported = TestClient.loggedIn(SANDBOX)
                .rows(Orders.of(
                        "spSearchTerm",
                        "searchTerm",
                        FROM,
                        UNTIL,
                        "SUMMARY",
                        "[]",
                        "searchTerm",
                        "cost",
                        "purchases7d"));

        // Then
        assertThat(List.of(
                        Integer.toString(reported.size()),
                        sum(reported, "cost").toPlainString(),
                        sum(reported, "purchases7d").toPlainString()))
                .isEqualTo(expected);
    }

    private static Stream<String> measures(String type) {
        return type.startsWith("sp")
                ? Stream.of("impressions", "clicks", "cost", "sales7d", "purchases7d", "unitsSoldClicks7d")
                : Stream.of("impressions", "clicks", "cost", "sales", "purchases", "unitsSold");
    }

    private static String inWordsOfTheStore(JsonNode row, String... columns) {
        return Stream.of(columns)
                .map(column -> word(column, row.get(column)))
                .toList()
                .toString();
    }

    private static String word(String column, JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        var text = value.stringValue();
        return switch (column) {
            case "matchType" ->
                text.equals("TARGETING_EXPRESSION_PREDEFINED") ? "auto" : text.toLowerCase(java.util.Locale.ROOT);
            case "placementClassification" ->
                text.equals("Other on-Amazon") ? "Rest of Search" : text.replace(" on-Amazon", "");
            default -> text;
        };
    }

    private static BigDecimal sum(List<JsonNode> rows, String column) {
        return rows.stream().map(row -> row.get(column).decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
