package io.asktrail.ads.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.adsstore.AdChannel;
import io.asktrail.adsstore.AdMeasures;
import io.asktrail.adsstore.AdsReport;
import io.asktrail.adsstore.AdsRow;
import io.asktrail.adsstore.ReportSlice;
import io.asktrail.adsstore.StoredCampaign;
import io.asktrail.adsstore.StoredProfile;
import io.asktrail.service.loading.LoadProgress;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdsFileImportTest {
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final LocalDate TODAY = LocalDate.parse("2025-02-10");
    private static final long PROFILE = 12_345;

    private final ExportsDatabase database = new ExportsDatabase();

    @TempDir
    Path folder;

    @Test
    void loadsSearchTermsAsTheConsoleWritesThem() throws Exception {
        // Given
        var file = ConsoleFiles.write(
                folder,
                "terms.csv",
                StandardCharsets.UTF_8,
                "\uFEFF",
                ConsoleFiles.SEARCH_TERMS,
                "\"Jan 05, 2025\",Not grouped,INR,Kurta | Exact,Group 1,cotton kurta,EXACT,cotton kurta for women,"
                        + "\"1,234\",12,0.97%,₹20.50,\"₹1,23,456.78\",\"₹2,46,913.56\",50.00%,2,7,9,58.33%,8,1,₹1.00,₹0",
                "\"Jan 06, 2025\",Not grouped,INR,Kurta | Exact,Group 1,\"asin=\"\"B0ABC12345\"\"\",-,b0abc12345,10,1,,,"
                        + "Rs. 5.5,,,,,,,,,,",
                ",,,,,,,,,,,,,,,,,,,,,,");

        // When
        var report = load(file);

        // Then
        assertThat(database.query("""
                        SELECT date, channel, ad_group, keyword, match_type, search_term, impressions, clicks, cost,
                               attributed_sales, attributed_orders, attributed_units
                        FROM ads.search_term_daily ORDER BY date
                        """))
                .containsExactly(
                        "2025-01-05|SP|Group 1|cotton kurta|exact|cotton kurta for women|1234|12|123456.78|246913.56|7|9",
                        "2025-01-06|SP|Group 1|asin=\"B0ABC12345\"|product target|b0abc12345|10|1|5.50|0.00|0|0");
        assertThat(database.query("SELECT day, origin FROM ads.report_days ORDER BY day"))
                .containsExactly("2025-01-05|import", "2025-01-06|import");
        assertThat(report.text("terms.csv"))
                .contains(
                        "Sponsored Products search terms, 2 rows of 2025-01-05 to 2025-01-06",
                        "INR 123,462.28 spend, 13 clicks, 1,244 impressions; 7 orders and INR 246,913.56 sales within 7 days",
                        "2 days written",
                        "Set aside: 1 empty rows");
    }

    @Test
    void loadsEveryKindOfReportIntoItsTable() throws Exception {
        // When
        load(ConsoleFiles.write(
                folder,
                "campaigns.csv",
                ConsoleFiles.CAMPAIGNS,
                "2025-01-05,,Sponsored Products,C,PAUSED,INR,500,MANUAL,Fixed bids,100,10,10%,50.00,5,1,50%,2,100.00"));
        load(ConsoleFiles.write(
                folder, "products.csv", ConsoleFiles.PRODUCTS, "2025-01-05,,INR,C,G,SKU-1,B01,100,10,,,50,100,,,1,1,"));
        load(ConsoleFiles.write(
                folder,
                "targets.csv",
                ConsoleFiles.TARGETING,
                "2025-01-05,,INR,C,G,kurta,BROAD,100,5%,10,,,50,,,100,1,1,"));
        load(ConsoleFiles.write(
                folder,
                "places.csv",
                ConsoleFiles.PLACEMENTS,
                "2025-01-05,,INR,C,Fixed,Top of Search on-Amazon,60,6,,30,60,,,1,1",
                "2025-01-05,,INR,C,Fixed,Other on-Amazon,40,4,,20,40,,,0,0"));
        load(ConsoleFiles.write(
                folder, "brands.csv", ConsoleFiles.BRANDS, "2025-01-05,,INR,B,200,4,,,40,,,80,2,2,,0,0,1,50%"));
        load(ConsoleFiles.write(
                folder,
                "display.csv",
                ConsoleFiles.DISPLAY,
                "2025-01-05,INR,D,,CPC,ENABLED,300,300,250,3,,9,30,10,0,1,1,90,1,45"));

        // Then
        assertThat(database.query("""
                        SELECT 'campaign', channel, cost, attributed_sales, ntb_orders, budget FROM ads.campaign_daily
                        UNION ALL SELECT sku, channel, cost, attributed_sales, ntb_orders, NULL FROM ads.product_daily
                        UNION ALL SELECT keyword || '/' || match_type, channel, cost, attributed_sales, 0, NULL
                                  FROM ads.targeting_daily
                        UNION ALL SELECT placement, channel, cost, attributed_sales, 0, NULL FROM ads.placement_daily
                        """))
                .containsExactlyInAnyOrder(
                        "campaign|SP|50.00|100.00|0|500.00",
                        "campaign|SB|40.00|80.00|1|null",
                        "campaign|SD|30.00|90.00|1|300.00",
                        "SKU-1|SP|50.00|100.00|0|null",
                        "kurta/broad|SP|50.00|100.00|0|null",
                        "Top of Search|SP|30.00|60.00|0|null",
                        "Rest of Search|SP|20.00|40.00|0|null");
        assertThat(database.query("SELECT campaign_name, channel, campaign_status, daily_budget FROM ads.campaigns"))
                .containsExactlyInAnyOrder("C|SP|paused|500.00", "B|SB|enabled|null", "D|SD|enabled|300.00");
        assertThat(database.query("SELECT sku FROM ads.products")).containsExactly("SKU-1");
    }

    @Test
    void readsAVendorsFourteenDayColumnsInSemicolonsAndUtf16() throws Exception {
        // Given
        var header = ConsoleFiles.PRODUCTS
                .replace("Advertised SKU,", "")
                .replace("7 Day Total", "14 Day Total")
                .replace("7 Day Conversion Rate", "14 Day Advertised ASIN Units (#)")
                .replace(',', ';');
        var file = ConsoleFiles.write(
                folder,
                "vendor.csv",
                StandardCharsets.UTF_16LE,
                "\uFEFF",
                header,
                "05/01/2025;;INR;Diwali सेल;G;B0ABC;1,00,000;10;;;1,234.50;2,345.60;;;3;4;4");

        // When
        var report = load(file);

        // Then
        assertThat(database.query("SELECT date, sku, impressions, cost FROM ads.product_daily"))
                .containsExactly("2025-01-05|B0ABC|100000|1234.50");
        assertThat(database.query("SELECT campaign_name FROM ads.campaigns")).containsExactly("Diwali सेल");
        assertThat(report.text("vendor.csv")).contains("Its sales count 14 days after a click");
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() throws Exception {
        // Given
        var file = oneCampaignDay("again.csv", "2025-01-05", "50");
        load(file);
        var before = database.query("SELECT loaded_at FROM ads.report_days");

        // When
        var report = load(file);

        // Then
        assertThat(report).isEqualTo(new ImportReport.LoadedBefore(AdsReport.SP_CAMPAIGNS));
        assertThat(report.text("again.csv")).contains("was loaded before; nothing changed");
        assertThat(database.query("SELECT loaded_at FROM ads.report_days")).isEqualTo(before);
    }

    @Test
    void neverOverwritesADayThatAmazonGave() throws Exception {
        // Given Amazon gave the fifth
        database.store().save(new StoredProfile(PROFILE, "IN", "INR", INDIA, "Shop"));
        database.store().save(PROFILE, List.of(campaign(77, "C")));
        api("2025-01-05", 77, "10.00");
        var file = ConsoleFiles.write(
                folder,
                "two-days.csv",
                ConsoleFiles.CAMPAIGNS,
                campaignRow("2025-01-04", "40"),
                campaignRow("2025-01-05", "50"));

        // When
        var report = load(file);

        // Then
        assertThat(database.query("SELECT date, campaign_id, cost FROM ads.campaign_daily ORDER BY 1"))
                .containsExactly("2025-01-04|77|40.00", "2025-01-05|77|10.00");
        assertThat(database.query("SELECT day, origin FROM ads.report_days ORDER BY 1"))
                .containsExactly("2025-01-04|import", "2025-01-05|api");
        assertThat(report.text("f")).contains("Set aside: 1 days that Amazon's API gave (2025-01-05 to 2025-01-05)");
    }

    @Test
    void joinsWhatAmazonListsLaterWithoutCountingADayTwice() throws Exception {
        // Given an export before any sync
        load(ConsoleFiles.write(
                folder,
                "first.csv",
                ConsoleFiles.CAMPAIGNS,
                campaignRow("2025-01-04", "40"),
                campaignRow("2025-01-05", "50")));
        assertThat(database.query("SELECT count(*) FROM ads.campaigns WHERE campaign_id < 0"))
                .containsExactly("1");

        // When the account is connected: its profile, a day that the export has too, and its campaigns
        database.store().save(new StoredProfile(PROFILE, "IN", "INR", INDIA, "Shop"));
        api("2025-01-05", 77, "51.00");
        database.store().save(PROFILE, List.of(campaign(77, "C")));

        // Then
        assertThat(database.query("SELECT date, profile_id, campaign_id, cost FROM ads.campaign_daily ORDER BY 1"))
                .containsExactly("2025-01-04|12345|77|40.00", "2025-01-05|12345|77|51.00");
        assertThat(database.query("SELECT campaign_id FROM ads.campaigns")).containsExactly("77");
        assertThat(database.query("SELECT profile_id FROM ads.profiles")).containsExactly("12345");
        assertThat(database.query("SELECT day, profile_id, origin FROM ads.report_days ORDER BY 1"))
                .containsExactly("2025-01-04|12345|import", "2025-01-05|12345|api");
    }

    @Test
    void tellsWhereReportsOfTheSameDaysDisagree() throws Exception {
        // Given
        load(ConsoleFiles.write(
                folder,
                "campaigns.csv",
                ConsoleFiles.CAMPAIGNS,
                campaignRow("2025-01-05", "50"),
                campaignRow("2025-01-06", "50")));
        var targets = ConsoleFiles.write(
                folder,
                "targets.csv",
                ConsoleFiles.TARGETING,
                "2025-01-05,,INR,C,G,kurta,BROAD,1,5%,10,,,50,,,100,1,1,",
                "2025-01-06,,INR,C,G,kurta,BROAD,1,5%,9,,,47.25,,,100,1,1,");

        // When
        var report = load(targets);

        // Then
        assertThat(report.text("targets.csv"))
                .contains(
                        "Differs from Sponsored Products campaigns on 1 of 2 common days:",
                        "2025-01-06: spend 47.25 here, 50.00 there; clicks 9 here, 10 there");
    }

    @Test
    void refusesAllOfAFileForOneBadCellAndSaysWhere() {
        // Given
        var file = ConsoleFiles.write(
                folder,
                "bad.csv",
                ConsoleFiles.CAMPAIGNS,
                campaignRow("2025-01-05", "50"),
                campaignRow("2025-01-06", "\"12,34\""),
                campaignRow("31/31/2025", "50"),
                "2025-01-07,,Sponsored Brands,C,PAUSED,INR,500,MANUAL,Fixed bids,100,10,10%,1,5,1,50%,2,100.00",
                "2025-01-07,,Sponsored Products,C,PAUSED,USD,500,MANUAL,Fixed bids,100,10,10%,1,5,1,50%,2,100.00",
                "2026-01-07,,Sponsored Products,C,PAUSED,INR,500,MANUAL,Fixed bids,100,10,10%,1,5,1,50%,2,100.00");

        // When, Then
        assertThatThrownBy(() -> load(file))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("bad.csv cannot be loaded; nothing was")
                .hasMessageContaining("line 3, column 'Spend': '12,34' should be a number with a point")
                .hasMessageContaining("line 4, column 'Date': '31/31/2025' should be a day such as")
                .hasMessageContaining("line 5, column 'Program Type': 'Sponsored Brands' should be Sponsored Products")
                .hasMessageContaining("line 6, column 'Currency': 'USD' should be INR as in the rows before")
                .hasMessageContaining("line 7, column 'Date': '2026-01-07' should be a day that has been");
        assertThat(database.query("SELECT count(*) FROM ads.campaign_daily")).containsExactly("0");
        assertThat(database.query("SELECT count(*) FROM ads.campaigns")).containsExactly("0");
    }

    @Test
    void refusesWhatItCannotCountByDay() {
        // Given
        var summary = ConsoleFiles.write(
                folder, "sum.csv", ConsoleFiles.SEARCH_TERMS.replace("Date,", "Start Date,End Date,"), "x");
        var unknown = ConsoleFiles.write(folder, "other.csv", "Order ID,SKU,Quantity", "1,2,3");
        var purchased = ConsoleFiles.write(
                folder, "bought.csv", ConsoleFiles.PRODUCTS.replace("7 Day Conversion Rate", "Purchased ASIN"), "x");
        var mute = ConsoleFiles.write(
                folder,
                "mute.csv",
                "Date,Currency,Campaign Name,Impressions,Clicks,Spend,14 Day Total Sales,14 Day Total Orders (#)",
                "2025-01-05,INR,C,1,1,1,1,1");

        // When, Then
        assertThatThrownBy(() -> load(summary)).hasMessageContaining("choose the time unit Daily");
        assertThatThrownBy(() -> load(unknown))
                .hasMessageContaining("Its columns are: Order ID, SKU, Quantity. Expected is a daily report");
        assertThatThrownBy(() -> load(purchased)).hasMessageContaining("Load the advertised product report instead");
        assertThatThrownBy(() -> load(mute)).hasMessageContaining("Add --channel SP, SB or SD");
    }

    @Test
    void takesTheUsersWordWhereAFileDoesNotSayWhichAdsItIsOf() throws Exception {
        // Given
        var mute = ConsoleFiles.write(
                folder,
                "mute.csv",
                "Date,Currency,Campaign Name,Impressions,Clicks,Spend,14 Day Total Sales,14 Day Total Orders (#)",
                "2025-01-05,INR,C,1,1,1.5,1,1");
        var products = oneCampaignDay("sp.csv", "2025-01-05", "50");

        // When
        load(mute, new AdsFileImport.Choice(null, AdChannel.SB));

        // Then
        assertThat(database.query("SELECT channel, cost FROM ads.campaign_daily"))
                .containsExactly("SB|1.50");
        assertThatThrownBy(() -> load(products, new AdsFileImport.Choice(null, AdChannel.SB)))
                .hasMessageContaining("Leave out --channel SB");
    }

    @Test
    void refusesAnotherCurrencyThanTheAccounts() {
        // Given
        database.store().save(new StoredProfile(PROFILE, "US", "USD", ZoneId.of("America/Los_Angeles"), "Shop US"));
        var file = oneCampaignDay("inr.csv", "2025-01-05", "50");

        // When, Then
        assertThatThrownBy(() -> load(file))
                .hasMessageContaining("The file counts in INR, and the account 12345 (Shop US) in USD");
        assertThat(database.query("SELECT count(*) FROM ads.campaign_daily")).containsExactly("0");
    }

    @Test
    void asksWhoseExportItIsWhereThereAreSeveralAccounts() throws Exception {
        // Given
        database.store().save(new StoredProfile(1, "IN", "INR", INDIA, "One"));
        database.store().save(new StoredProfile(2, "IN", "INR", INDIA, "Two"));
        var file = oneCampaignDay("whose.csv", "2025-01-05", "50");

        // When, Then
        assertThatThrownBy(() -> load(file)).hasMessageContaining("1 (One, INR), 2 (Two, INR)");
        load(file, new AdsFileImport.Choice(2L, null));
        assertThat(database.query("SELECT profile_id FROM ads.campaign_daily")).containsExactly("2");
    }

    @Test
    void leavesOutATotalRowAndWarnsWhereItDoesNotAddUp() throws Exception {
        // Given
        var file = ConsoleFiles.write(
                folder,
                "total.csv",
                ConsoleFiles.CAMPAIGNS,
                campaignRow("2025-01-05", "50"),
                "Total,,,,,,,,,100,10,,75.50,,1,,,100");

        // When
        var report = load(file);

        // Then
        assertThat(database.query("SELECT sum(cost) FROM ads.campaign_daily")).containsExactly("50.00");
        assertThat(report.text("total.csv"))
                .contains("Set aside: 1 total rows", "the total row is 25.50 of spend away from the rows");
    }

    @Test
    void saysWhichDaysAnExportRestates() throws Exception {
        // Given
        load(oneCampaignDay("first.csv", "2025-01-05", "50"));

        // When
        var report = load(oneCampaignDay("second.csv", "2025-01-05", "60"));

        // Then
        assertThat(database.query("SELECT sum(cost) FROM ads.campaign_daily")).containsExactly("60.00");
        assertThat(report.text("second.csv"))
                .contains("1 had other totals before", "2025-01-05: spend 50.00 before, 60.00 now");
    }

    @Test
    void refusesAFileWithoutRowsAndOneThatIsNotThere() {
        // Given
        var bare = ConsoleFiles.write(folder, "bare.csv", ConsoleFiles.CAMPAIGNS);

        // When, Then
        assertThatThrownBy(() -> load(bare)).hasMessageContaining("a header and no rows beneath it");
        assertThatThrownBy(() -> load(folder.resolve("missing.csv"))).hasMessageContaining("There is no file");
        assertThatThrownBy(() -> load(folder)).hasMessageContaining("is no file: name a report");
    }

    private ImportReport load(Path file) throws SQLException {
        return load(file, new AdsFileImport.Choice(null, null));
    }

    private ImportReport load(Path file, AdsFileImport.Choice choice) throws SQLException {
        try (var connection = database.open()) {
            return new AdsFileImport(choice, "INR", INDIA, TODAY).load(file, connection, LoadProgress.silent());
        }
    }

    private Path oneCampaignDay(String name, String day, String spend) {
        return ConsoleFiles.write(folder, name, ConsoleFiles.CAMPAIGNS, campaignRow(day, spend));
    }

    private static String campaignRow(String day, String spend) {
        return day + ",,Sponsored Products,C,ENABLED,INR,500,MANUAL,Fixed bids,100,10,10%," + spend
                + ",5,1,50%,2,100.00";
    }

    private static StoredCampaign campaign(long id, String name) {
        @Nullable String nowhere = null;
        return new StoredCampaign(id, name, AdChannel.SP, StoredCampaign.Status.ENABLED, nowhere, null, null);
    }

    private void api(String day, long campaign, String cost) {
        var date = LocalDate.parse(day);
        try (var writer = database.store()
                .replace(new ReportSlice(PROFILE, AdsReport.SP_CAMPAIGNS, date, date, ReportSlice.Origin.API))) {
            var measures = new AdMeasures(1, 1, new BigDecimal(cost), BigDecimal.ONE, 0, 0, 0);
            writer.add(new AdsRow.OfCampaign(date, campaign, measures, null));
            writer.commit();
        }
    }
}
