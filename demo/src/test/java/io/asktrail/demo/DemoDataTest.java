package io.asktrail.demo;

import static java.lang.Double.parseDouble;
import static java.lang.Long.parseLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.demo.world.Incident;
import io.asktrail.demo.world.World;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in the databases, worked out by SQL alone. */
class DemoDataTest {
    private static final LocalDate UNTIL = LocalDate.of(2025, 10, 31);
    private static final DemoDatabases DATABASES = DemoDatabases.empty();
    private static DemoReport report;

    @BeforeAll
    static void load() {
        report = DATABASES.demo().extendTo(UNTIL);
    }

    @ParameterizedTest
    @CsvSource({
        "ads.product_daily, 'SP,SD', 2023-11-01",
        "ads.product_metrics, 'SP,SB,SD', 2023-11-01",
        "ads.targeting_daily, 'SP,SB', 2025-07-29",
        "ads.search_term_daily, SP, 2025-07-29",
        "ads.placement_daily, SP, 2025-07-29"
    })
    void sumsEveryFinerReportToTheCampaignsDayExactly(String table, String channels, LocalDate from) {
        // Given
        var measures = List.of(
                "impressions",
                "clicks",
                "cost",
                "attributed_sales",
                "attributed_orders",
                "attributed_units",
                "ntb_orders");
        var sums = measures.stream().map(m -> "sum(" + m + ")").toList();

        // When
        var differences = DATABASES.ads(
                """
                WITH fine AS (SELECT date, campaign_id, %s FROM %s GROUP BY 1, 2),
                whole AS (SELECT date, campaign_id, %s FROM ads.campaign_daily
                          WHERE date >= '%s' AND channel = ANY (string_to_array('%s', ',')))
                (TABLE fine EXCEPT TABLE whole) UNION ALL (TABLE whole EXCEPT TABLE fine)
                """.formatted(String.join(", ", sums), table, String.join(", ", measures), from, channels));

        // Then
        assertThat(differences).isEmpty();
        assertThat(DATABASES.ads("SELECT min(date), max(date) FROM " + table))
                .containsExactly(List.of(from.toString(), UNTIL.toString()));
    }

    @Test
    void splitsSponsoredBrandsEvenlyWithWhatIsLeftOnTheFirstBySku() {
        // When
        var uneven = DATABASES.ads("""
                SELECT date, campaign_id FROM ads.product_metrics WHERE allocated
                GROUP BY 1, 2 HAVING max(cost) - min(cost) > 0.01 OR max(clicks) - min(clicks) > 1
                    OR max(cost) <> (array_agg(cost ORDER BY sku COLLATE "C"))[1]
                """);
        var finerThanAPaisa = DATABASES.ads(
                "SELECT * FROM ads.product_metrics WHERE scale(cost) > 2 OR scale(attributed_sales) > 2 LIMIT 1");

        // Then
        assertThat(uneven).isEmpty();
        assertThat(finerThanAPaisa).isEmpty();
    }

    @Test
    void hasTheVolumesOfA24MonthShop() {
        // When
        var sales = DATABASES.sales("""
                SELECT count(*), count(DISTINCT order_id), count(DISTINCT sku), count(DISTINCT geo),
                       count(DISTINCT city), min(order_date), max(order_date),
                       100.0 * count(*) FILTER (WHERE status = 'Cancelled') / count(*),
                       100.0 * count(campaign_id) / count(*), 100.0 * sum(refund_amount) / sum(amount)
                FROM sales.order_lines
                """).getFirst();
        var campaigns = DATABASES.ads("""
                SELECT count(*), count(geo), count(DISTINCT channel), count(DISTINCT campaign_status) FROM ads.campaigns
                """).getFirst();

        // Then
        assertThat(parseLong(sales.get(0))).isBetween(138_000L, 160_000L);
        assertThat(parseLong(sales.get(1))).isLessThan(parseLong(sales.get(0)) * 4 / 5);
        assertThat(parseLong(sales.get(2))).isBetween(380L, 420L);
        assertThat(sales.subList(3, 7)).containsExactly("36", "84", "2023-11-01", "2025-10-31");
        assertThat(parseDouble(sales.get(7))).isBetween(7.0, 9.0);
        assertThat(parseDouble(sales.get(8))).isBetween(20.0, 40.0);
        assertThat(parseDouble(sales.get(9))).isBetween(3.0, 7.0);
        assertThat(campaigns).containsExactly("120", "41", "3", "3");
    }

    @Test
    void namesAllStatesAndUnionTerritoriesAsIndiaDoes() {
        // When
        var states = DATABASES.sales("SELECT DISTINCT geo FROM sales.order_lines ORDER BY 1");

        // Then
        assertThat(states.stream().map(List::getFirst))
                .containsExactlyInAnyOrder("""
                        Andhra Pradesh, Arunachal Pradesh, Assam, Bihar, Chhattisgarh, Goa, Gujarat, Haryana,
                        Himachal Pradesh, Jharkhand, Karnataka, Kerala, Madhya Pradesh, Maharashtra, Manipur,
                        Meghalaya, Mizoram, Nagaland, Odisha, Punjab, Rajasthan, Sikkim, Tamil Nadu, Telangana,
                        Tripura, Uttar Pradesh, Uttarakhand, West Bengal, Andaman and Nicobar Islands, Chandigarh,
                        Dadra and Nagar Haveli and Daman and Diu, Delhi, Jammu and Kashmir, Ladakh, Lakshadweep,
                        Puducherry
                        """.strip().split(",\\s+"));
    }

    @Test
    void callsACustomerNewOnTheDayOfTheFirstOrderAndNeverAgain() {
        // When
        var wronglyNew = DATABASES.sales("""
                SELECT later.order_id FROM sales.order_lines AS later
                WHERE customer_type = 'New' AND EXISTS (SELECT FROM sales.order_lines AS earlier
                    WHERE earlier.customer_id = later.customer_id AND earlier.order_date < later.order_date)
                """);
        var wronglyReturning = DATABASES.sales("""
                WITH begun AS (SELECT customer_id FROM sales.order_lines WHERE customer_type = 'New')
                SELECT customer_id FROM sales.order_lines WHERE customer_id IN (TABLE begun)
                GROUP BY 1 HAVING min(order_date) <> min(order_date) FILTER (WHERE customer_type = 'New')
                """);
        var movers =
                DATABASES.sales("SELECT customer_id FROM sales.order_lines GROUP BY 1 HAVING count(DISTINCT city) > 1");

        // Then
        assertThat(wronglyNew).isEmpty();
        assertThat(wronglyReturning).isEmpty();
        assertThat(movers).isEmpty();
    }

    @Test
    void keepsReportsPlausible() {
        // When
        var figures = DATABASES.ads("""
                SELECT sum(attributed_sales) / sum(cost), 100.0 * sum(clicks) / sum(impressions), sum(cost) / sum(clicks)
                FROM ads.campaign_daily GROUP BY campaign_id HAVING count(*) > 300
                """);
        var cost = DATABASES
                .ads("SELECT sum(cost) FROM ads.campaign_daily")
                .getFirst()
                .getFirst();
        var net = DATABASES.sales("""
                SELECT sum(amount - refund_amount) FROM sales.order_lines WHERE status <> 'Cancelled'
                """).getFirst().getFirst();

        // Then
        assertThat(figures).hasSizeGreaterThan(90).allSatisfy(campaign -> {
            assertThat(parseDouble(campaign.get(0))).isBetween(1.8, 6.0);
            assertThat(parseDouble(campaign.get(1))).isBetween(0.2, 1.5);
            assertThat(parseDouble(campaign.get(2))).isBetween(4.0, 40.0);
        });
        assertThat(parseDouble(cost) / parseDouble(net)).isBetween(0.06, 0.15);
    }

    @Test
    void refersToNothingUnknown() {
        // When
        var unknown = DATABASES.ads("""
                SELECT campaign_id::text FROM ads.campaign_daily WHERE campaign_id NOT IN (SELECT campaign_id FROM ads.campaigns)
                UNION ALL SELECT sku FROM ads.product_daily WHERE (campaign_id, sku) NOT IN (TABLE ads.campaign_products)
                """);
        var aimedElsewhere = DATABASES.ads("SELECT campaign_id || ':' || geo FROM ads.campaigns WHERE geo IS NOT NULL");
        var wrongState = DATABASES.sales("""
                SELECT DISTINCT campaign_id || ':' || geo FROM sales.order_lines WHERE campaign_id = ANY ('{%s}')
                """.formatted(String.join(
                ",",
                aimedElsewhere.stream().map(row -> row.getFirst().split(":")[0]).toList())));

        // Then
        assertThat(unknown).isEmpty();
        assertThat(aimedElsewhere).containsAll(wrongState);
    }

    @Test
    void showsEachIncidentInTheFigures() {
        // Given
        var incidents = new World(DemoSettings.DEFAULT_SEED, 1).incidents().between(LocalDate.of(2024, 1, 1), UNTIL);

        // Then
        assertThat(incidents).hasSize(11).allSatisfy(incident -> {
            switch (incident.kind()) {
                case SPEND_SPIKE ->
                    assertThat(spendAgainstTheWeekBefore(incident)).isGreaterThan(2.5);
                case CONVERSION_DROP ->
                    assertThat(ordersAgainstTheWeekBefore(incident)).isLessThan(0.75);
                case REFUND_WAVE -> assertThat(returnedShare(incident)).isGreaterThan(0.2);
            }
        });
    }

    @Test
    void saysWhatIsCovered() {
        // Then
        assertThat(DATABASES.ads(
                        "SELECT table_name, channel, covered_from, covered_to FROM ads.coverage ORDER BY 1, 2"))
                .containsExactly(
                        List.of("campaign_daily", "SB", "2023-11-01", "2025-10-31"),
                        List.of("campaign_daily", "SD", "2023-11-01", "2025-10-31"),
                        List.of("campaign_daily", "SP", "2023-11-01", "2025-10-31"),
                        List.of("placement_daily", "SP", "2025-07-29", "2025-10-31"),
                        List.of("product_daily", "SD", "2023-11-01", "2025-10-31"),
                        List.of("product_daily", "SP", "2023-11-01", "2025-10-31"),
                        List.of("product_metrics", "SB", "2023-11-01", "2025-10-31"),
                        List.of("product_metrics", "SD", "2023-11-01", "2025-10-31"),
                        List.of("product_metrics", "SP", "2023-11-01", "2025-10-31"),
                        List.of("search_term_daily", "SP", "2025-07-29", "2025-10-31"),
                        List.of("targeting_daily", "SB", "2025-07-29", "2025-10-31"),
                        List.of("targeting_daily", "SP", "2025-07-29", "2025-10-31"));
        assertThat(DATABASES.sales("SELECT table_name, covered_from, covered_to FROM sales.coverage"))
                .containsExactly(List.of("order_lines", "2023-11-01", "2025-10-31"));
    }

    @Test
    void holdsTheRowsOfTwoYears() {
        // Then
        assertThat(report.rowsAdded()).isGreaterThan(600_000);
        System.out.println("The demo's first start took " + report.took() + " for " + report.rowsAdded() + " rows");
    }

    @Test
    void addsNothingWhenTheDayIsThereAlready() {
        // When
        var again = DATABASES.demo().extendTo(UNTIL.minusDays(3));

        // Then
        assertThat(again.daysAdded()).isZero();
        assertThat(again.rowsPruned()).isZero();
        assertThat(again.until()).isEqualTo(UNTIL);
        assertThat(report.daysAdded()).isEqualTo(2 * 731);
    }

    @Test
    void refusesToMixTwoSeeds() {
        // When
        var demo = DATABASES.demo();

        // Then
        assertThatThrownBy(() -> demo.extend(new DemoSettings(1, 1, UNTIL)))
                .isInstanceOf(DemoDataException.class)
                .hasMessageContaining("seed " + DemoSettings.DEFAULT_SEED)
                .hasMessageContaining("empty databases");
    }

    private static double spendAgainstTheWeekBefore(Incident incident) {
        return number(DATABASES.ads("""
                SELECT avg(cost) FILTER (WHERE date >= '%1$s') / avg(cost) FILTER (WHERE date < '%1$s')
                FROM ads.campaign_daily JOIN ads.campaigns USING (campaign_id)
                WHERE campaign_name = '%3$s' AND date BETWEEN date '%1$s' - 7 AND '%2$s'
                """.formatted(incident.from(), incident.to(), incident.subject())));
    }

    private static double ordersAgainstTheWeekBefore(Incident incident) {
        return number(DATABASES.sales("""
                SELECT 1.0 * count(*) FILTER (WHERE order_date >= '%1$s') / count(*) FILTER (WHERE order_date < '%1$s')
                FROM sales.order_lines JOIN sales.products USING (sku)
                WHERE category = '%3$s' AND order_date BETWEEN date '%1$s' - 7 AND '%2$s'
                """.formatted(incident.from(), incident.to(), incident.subject())));
    }

    private static double returnedShare(Incident incident) {
        return number(DATABASES.sales("""
                SELECT 1.0 * count(*) FILTER (WHERE status = 'Returned') / count(*)
                FROM sales.order_lines JOIN sales.products USING (sku)
                WHERE brand = '%3$s' AND order_date BETWEEN '%1$s' AND '%2$s'
                """.formatted(incident.from(), incident.to(), incident.subject())));
    }

    private static double number(List<List<String>> rows) {
        return parseDouble(rows.getFirst().getFirst());
    }
}
