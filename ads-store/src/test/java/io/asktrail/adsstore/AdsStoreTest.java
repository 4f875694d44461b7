package io.asktrail.adsstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdsStoreTest {
    private static final long PROFILE = 9_007_199_254_740_993L;
    private static final LocalDate FIRST = LocalDate.parse("2025-10-01");

    private final EmptyStore database = new EmptyStore();
    private final AdsStore store = database.prepared();

    @Test
    void showsAReportsDaysOnlyWhenTheyAreCommitted() {
        // Given
        try (var writer = store.replace(slice(AdsReport.SP_CAMPAIGNS, 1, 2))) {
            writer.add(campaign(1, 7, "10.00", "50.00"));

            // When it is closed without a commit
        }

        // Then
        assertThat(database.query("SELECT count(*) FROM ads.campaign_daily")).containsExactly("0");
        assertThat(database.query("SELECT count(*) FROM ads.report_days")).containsExactly("0");
    }

    @Test
    void givesAStoreOfAnEarlierVersionWhatItLacksAndKeepsItsRows() throws SQLException {
        // Given
        write(slice(AdsReport.SP_CAMPAIGNS, 1, 1), campaign(1, 7, "10", "50"));
        try (var connection = database.open();
                var statement = connection.createStatement()) {
            statement.execute("DROP INDEX ads.campaigns_by_name");
        }

        // When
        database.prepared();

        // Then
        assertThat(database.query("SELECT indexname FROM pg_indexes WHERE tablename = 'campaigns' ORDER BY 1"))
                .containsExactly("campaigns_by_name", "campaigns_pkey");
        assertThat(database.query("SELECT cost FROM ads.campaign_daily")).containsExactly("10.00");
    }

    @Test
    void keepsAMatchTypeThatIsNewAtAmazonEvenInAStoreOfAnEarlierVersion() throws SQLException {
        // Given
        try (var connection = database.open();
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE ads.targeting_daily ADD CONSTRAINT targeting_daily_match_type_check"
                    + " CHECK (match_type IN ('exact', 'phrase', 'broad', 'auto'))");
        }
        var similar = AdsRow.MatchType.ofAmazon("SIMILAR", "mixer");

        // When
        database.prepared();
        write(
                slice(AdsReport.SP_TARGETING, 1, 1),
                new AdsRow.OfTarget(FIRST, 7, "Group", "mixer", similar, measures("5", "6")),
                new AdsRow.OfTarget(FIRST, 7, "Group", "mixer", AdsRow.MatchType.AUTO, measures("1", "2")));

        // Then
        assertThat(database.query("SELECT match_type, cost FROM ads.targeting_daily ORDER BY 1"))
                .containsExactly("auto|1.00", "similar|5.00");
    }

    @Test
    void tellsTargetedProductsFromAutomaticTargetsInAStoreOfAnEarlierVersion() {
        // Given
        database.query("DELETE FROM ads.mended RETURNING 1");
        write(
                slice(AdsReport.SP_TARGETING, 1, 1),
                automatic("asin=\"B0ABC12345\"", "1"),
                automatic("category=\"Kettles\" price>500", "2"),
                automatic("close-match", "4"),
                automatic("*", "8"));
        write(
                slice(AdsReport.SP_SEARCH_TERMS, 1, 1),
                new AdsRow.OfSearchTerm(
                        FIRST,
                        7,
                        "Group",
                        "asin-expanded=\"B0ABC12345\"",
                        AdsRow.MatchType.AUTO,
                        "b0xyz",
                        measures("16", "0")));

        // When
        database.prepared();

        // Then
        assertThat(database.query("""
                        SELECT match_type, sum(cost) FROM
                            (SELECT match_type, cost FROM ads.targeting_daily
                             UNION ALL SELECT match_type, cost FROM ads.search_term_daily) AS rows
                        GROUP BY match_type ORDER BY 1
                        """)).containsExactly("auto|12.00", "product target|19.00");
    }

    private static AdsRow automatic(String target, String cost) {
        return new AdsRow.OfTarget(FIRST, 7, "Group", target, AdsRow.MatchType.AUTO, measures(cost, "0"));
    }

    @Test
    void replacesTheDaysOfOneReportAndLeavesTheOthers() {
        // Given
        write(slice(AdsReport.SP_CAMPAIGNS, 1, 3), campaign(1, 7, "10", "50"), campaign(3, 7, "30", "90"));
        write(slice(AdsReport.SB_CAMPAIGNS, 1, 3), campaign(2, 8, "4", "5"));

        // When
        var written = write(slice(AdsReport.SP_CAMPAIGNS, 2, 3), campaign(3, 7, "30", "95"));

        // Then
        assertThat(database.query(
                        "SELECT date, channel, campaign_id, cost, attributed_sales FROM ads.campaign_daily ORDER BY 1"))
                .containsExactly(
                        "2025-10-01|SP|7|10.00|50.00", "2025-10-02|SB|8|4.00|5.00", "2025-10-03|SP|7|30.00|95.00");
        assertThat(written.rows()).isEqualTo(1);
        assertThat(written.days()).isEqualTo(2);
    }

    @Test
    void remembersWhichDaysWereRestatedAndByHowMuch() {
        // Given
        write(slice(AdsReport.SP_CAMPAIGNS, 1, 3), campaign(1, 7, "10", "50"), campaign(2, 7, "10", "60"));

        // When the second day gains sales, the third has its first row, and the fourth is new
        var written = write(
                slice(AdsReport.SP_CAMPAIGNS, 1, 4),
                campaign(1, 7, "10", "50"),
                campaign(2, 7, "10", "80.50"),
                campaign(3, 7, "1", "0"),
                campaign(4, 7, "2", "0"));

        // Then
        assertThat(written.restated())
                .extracting(
                        one -> one.day().getDayOfMonth(),
                        one -> one.before().sales(),
                        one -> one.after().sales())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, new BigDecimal("60.00"), new BigDecimal("80.50")),
                        org.assertj.core.groups.Tuple.tuple(3, new BigDecimal("0"), new BigDecimal("0.00")));
        assertThat(database.query("SELECT day, cost_before, cost_after, sales_before, sales_after FROM ads.restatements"
                        + " ORDER BY 1"))
                .containsExactly("2025-10-02|10.00|10.00|60.00|80.50", "2025-10-03|0.00|1.00|0.00|0.00");
    }

    @Test
    void coversEachRunOfUnbrokenDays() {
        // Given
        write(slice(AdsReport.SP_CAMPAIGNS, 1, 5));
        write(slice(AdsReport.SP_CAMPAIGNS, 8, 9));
        write(slice(AdsReport.SB_CAMPAIGNS, 3, 9));
        write(slice(AdsReport.SP_CAMPAIGNS, 10, 12));

        // When
        var coverage = database.query(
                "SELECT table_name, channel, covered_from, covered_to FROM ads.coverage ORDER BY 1, 2, 3");

        // Then
        assertThat(coverage)
                .containsExactly(
                        "campaign_daily|SB|2025-10-03|2025-10-09",
                        "campaign_daily|SP|2025-10-01|2025-10-05",
                        "campaign_daily|SP|2025-10-08|2025-10-12",
                        "product_metrics|SB|2025-10-03|2025-10-09");
    }

    @Test
    void addsUpRowsThatNothingTellsApart() {
        // When
        write(
                slice(AdsReport.SP_TARGETING, 1, 1),
                new AdsRow.OfTarget(FIRST, 7, "Group", "mixer", AdsRow.MatchType.EXACT, measures("1.10", "2")),
                new AdsRow.OfTarget(FIRST, 7, "Group", "mixer", AdsRow.MatchType.EXACT, measures("2.20", "3")),
                new AdsRow.OfTarget(FIRST, 7, "Group", "tab\t\\back", AdsRow.MatchType.AUTO, measures("1", "0")));

        // Then
        assertThat(database.query(
                        "SELECT keyword, match_type, cost, attributed_sales FROM ads.targeting_daily ORDER BY 1"))
                .containsExactly("mixer|exact|3.30|5.00", "tab\t\\back|auto|1.00|0.00");
    }

    @Test
    void keepsBrandSpendWhoseProductsNobodyTold() {
        // Given
        store.save(PROFILE, List.of(brand(8, "Known"), brand(9, "Unknown")));
        database.query("INSERT INTO ads.campaign_products VALUES (8, 'A'), (8, 'B'), (8, 'C') RETURNING 1");

        // When
        write(slice(AdsReport.SB_CAMPAIGNS, 1, 1), campaign(1, 8, "10.00", "0.05"), campaign(1, 9, "7.77", "1"));

        // Then
        assertThat(database.query("SELECT sku, cost, attributed_sales FROM ads.product_metrics ORDER BY 1"))
                .containsExactly("A|3.34|0.02", "B|3.33|0.02", "C|3.33|0.01", "null|7.77|1.00");
    }

    @Test
    void refusesARowOfAnotherDayOrTable() {
        try (var writer = store.replace(slice(AdsReport.SP_CAMPAIGNS, 1, 2))) {
            assertThatThrownBy(() -> writer.add(campaign(3, 7, "1", "1"))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.add(new AdsRow.OfProduct(FIRST, 7, "SKU", measures("1", "1"))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void savesProfilesAndCampaignsAgain() {
        // Given
        store.save(new StoredProfile(PROFILE, "IN", "INR", ZoneId.of("Asia/Kolkata"), "Shop"));
        store.save(PROFILE, List.of(brand(8, "Old name")));

        // When
        store.save(new StoredProfile(PROFILE, "IN", "INR", ZoneId.of("Asia/Kolkata"), "Shop 2"));
        store.save(PROFILE, List.of(brand(8, "New name")));

        // Then
        assertThat(database.query("SELECT profile_id, account_name FROM ads.profiles"))
                .containsExactly(PROFILE + "|Shop 2");
        assertThat(database.query("SELECT campaign_id, campaign_name FROM ads.campaigns"))
                .containsExactly("8|New name");
    }

    private SliceWriter.Written write(ReportSlice slice, AdsRow... rows) {
        try (var writer = store.replace(slice)) {
            for (var row : rows) {
                writer.add(row);
            }
            return writer.commit();
        }
    }

    private static ReportSlice slice(AdsReport report, int first, int last) {
        return new ReportSlice(
                PROFILE, report, FIRST.withDayOfMonth(first), FIRST.withDayOfMonth(last), ReportSlice.Origin.API);
    }

    private static AdsRow campaign(int day, long id, String cost, String sales) {
        return new AdsRow.OfCampaign(FIRST.withDayOfMonth(day), id, measures(cost, sales), null);
    }

    private static AdMeasures measures(String cost, String sales) {
        return new AdMeasures(100, 10, new BigDecimal(cost), new BigDecimal(sales), 1, 1, 0);
    }

    private static StoredCampaign brand(long id, String name) {
        return new StoredCampaign(id, name, AdChannel.SB, StoredCampaign.Status.ENABLED, null, null, null);
    }
}
