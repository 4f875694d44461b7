package io.asktrail.ads.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.ads.amazon.AccountCalendar;
import io.asktrail.ads.amazon.AdsProfile;
import io.asktrail.adsstore.AdChannel;
import io.asktrail.adsstore.AdsReport;
import io.asktrail.adsstore.ConnectionSource;
import io.asktrail.adsstore.StoredCampaign;
import io.asktrail.registry.dimension.KnownValue;
import io.asktrail.testkit.time.SetClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdsSyncTest {
    /** All that Amazon keeps of the nine reports: 5 × 95 + 2 × 60 + 2 × 65 days. */
    private static final String ALL_DAYS = "725";

    private static final SyncPace QUICK = new SyncPace(
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            Duration.ofHours(6));

    private final FakeAmazon amazon = new FakeAmazon();
    private final SyncDatabase database = new SyncDatabase();
    private final SetClock clock = new SetClock("2025-11-01T06:00:00Z");

    @Test
    void bringsEveryDayThatAmazonStillGives() {
        // When
        sync().run();

        // Then: October, September, August and the last days of July, each day's cost its number in the month
        assertThat(database.query("SELECT count(*) FROM ads.report_days WHERE origin = 'api'"))
                .containsExactly(ALL_DAYS);
        assertThat(database.query("SELECT min(date), max(date), count(*), sum(cost) FROM ads.campaign_daily"
                        + " WHERE channel = 'SP'"))
                .containsExactly("2025-07-29|2025-10-31|95|1547.00");
        assertThat(database.query("SELECT DISTINCT table_name || ' ' || channel FROM ads.coverage ORDER BY 1"))
                .contains("search_term_daily SP", "targeting_daily SB", "product_daily SD");
        assertThat(database.query("SELECT count(*) FROM ads.sync_orders")).containsExactly("0");
    }

    @Test
    void asksNothingTwiceOnADayAndOnTheNextOnlyForWhatMayHaveMoved() {
        // Given
        sync().run();
        var first = amazon.asked.size();

        // When
        sync().run();
        var second = amazon.asked.size();
        clock.pass(Duration.ofDays(1));
        sync().run();

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(amazon.asked.subList(first, amazon.asked.size()))
                .contains(
                        "7 spCampaigns 2025-10-19..2025-11-01",
                        "7 spCampaigns 2025-09-28..2025-09-28",
                        "7 sbCampaigns 2025-10-12..2025-11-01")
                .doesNotContain("7 spCampaigns 2025-08-01..2025-08-31");
    }

    @Test
    void keepsWhatADaySaidBeforeItWasRestated() {
        // Given
        sync().run();
        amazon.sales = 130;
        clock.pass(Duration.ofDays(1));

        // When
        sync().run();

        // Then
        assertThat(database.query("SELECT sales_before, sales_after FROM ads.restatements"
                        + " WHERE report = 'spCampaigns' AND day = '2025-10-31'"))
                .containsExactly("100.00|130.00");
        assertThat(database.query("SELECT attributed_sales FROM ads.campaign_daily"
                        + " WHERE channel = 'SP' AND date = '2025-10-31'"))
                .containsExactly("130.00");
        assertThat(database.query("SELECT count(*) FROM ads.restatements WHERE day < '2025-09-20'"))
                .containsExactly("0");
    }

    @Test
    void letsAReportThatFailsHoldUpNothingElseAndAsksForItLater() {
        // Given
        amazon.failing.add(AdsReport.SP_SEARCH_TERMS);

        // When
        var next = sync().run();

        // Then
        assertThat(database.query("SELECT count(*) FROM ads.report_days WHERE report <> 'spSearchTerm'"))
                .containsExactly("630");
        assertThat(database.query("SELECT report, first_day, ticket, attempts, error FROM ads.sync_orders"))
                .containsExactly("spSearchTerm|2025-10-01|null|1|"
                        + "Amazon could not make the report (internal error); it is asked for again.");
        assertThat(next).isEqualTo("2025-11-01T06:01:00Z");

        // When
        clock.pass(Duration.ofMinutes(2));
        sync().run();

        // Then
        assertThat(database.query("SELECT count(*) FROM ads.report_days")).containsExactly(ALL_DAYS);
        assertThat(database.query("SELECT count(*) FROM ads.sync_orders")).containsExactly("0");
    }

    @Test
    void takesANewLinkWhereTheOldOneHasExpired() {
        // Given
        amazon.expiredLinks = 1;

        // When
        sync().run();

        // Then
        assertThat(database.query("SELECT count(*) FROM ads.report_days")).containsExactly(ALL_DAYS);
    }

    @Test
    void losesAndDoublesNothingWhereverItIsKilled() {
        // Given
        var steps = new Steps();
        amazon.step = steps;
        var every = 7;

        // When: each run ends in the middle of some step, a little later than the one before
        var runs = 0;
        for (var last = 1; ; last += every) {
            steps.endAt(last);
            try {
                new AdsSync(
                                amazon,
                                steps.counting(database::open),
                                AdsSyncTest::geo,
                                QUICK,
                                Duration.ofHours(1),
                                clock,
                                AccountCalendar.SHARED)
                        .run();
                break;
            } catch (Killed _) {
                runs++;
            }
        }

        // Then
        assertThat(runs).isGreaterThan(10);
        assertThat(database.query("SELECT count(*) FROM ads.report_days")).containsExactly(ALL_DAYS);
        assertThat(database.query("SELECT count(*), sum(cost) FROM ads.campaign_daily WHERE channel = 'SP'"))
                .containsExactly("95|1547.00");
        assertThat(amazon.asked).doesNotHaveDuplicates();
        assertThat(database.query("SELECT count(*) FROM ads.restatements")).containsExactly("0");
    }

    @Test
    void writesNothingWhileAnotherSyncRuns() throws Exception {
        // Given
        try (var other = SyncLock.take(database::open).orElseThrow()) {
            // When
            sync().run();

            // Then
            assertThat(amazon.asked).isEmpty();
            assertThat(other).isNotNull();
        }
    }

    @Test
    void saysWhatToDoWhereTheLoginIsRefused() {
        // Given
        amazon.isAuthorised = false;

        // When
        sync().run();

        // Then
        assertThat(database.query("SELECT profile_id, part, error FROM ads.sync_parts"))
                .containsExactly("0|profiles|The login was revoked: authorise Asktrail again.");
    }

    @Test
    void coversTheDaysOfAnAccountWhereNothingHappened() {
        // Given
        amazon.hasRows = false;

        // When
        sync().run();

        // Then
        assertThat(database.query("SELECT count(*) FROM ads.campaign_daily")).containsExactly("0");
        assertThat(database.query("SELECT covered_from, covered_to FROM ads.coverage"
                        + " WHERE table_name = 'campaign_daily' AND channel = 'SB'"))
                .containsExactly("2025-09-02|2025-10-31");
    }

    @Test
    void countsDaysByTheCalendarOfEachAccount() {
        // Given: half past seven in the morning of the 1st in India, ten in the evening of the 31st in New York
        amazon.profiles.add(new AdsProfile(
                8, "US", Currency.getInstance("USD"), ZoneId.of("America/New_York"), "Another", "seller"));
        var night = new SetClock("2025-11-01T02:00:00Z");

        // When
        sync(night).run();
        night.pass(Duration.ofDays(2));
        sync(night).run();

        // Then: New York's clocks go back on the 2nd of November, which is a day like others
        assertThat(database.query("SELECT profile_id, max(day), count(*) FROM ads.report_days"
                        + " WHERE report = 'sbCampaigns' GROUP BY profile_id ORDER BY profile_id"))
                .containsExactly("7|2025-11-02|62", "8|2025-11-01|62");
    }

    @Test
    void fetchesANewAccountWhole() {
        // Given
        sync().run();
        amazon.profiles.add(
                new AdsProfile(9, "IN", Currency.getInstance("INR"), ZoneId.of("Asia/Kolkata"), "New", "seller"));

        // When
        sync().run();

        // Then
        assertThat(database.query("SELECT count(*) FROM ads.report_days WHERE profile_id = 9"))
                .containsExactly(ALL_DAYS);
    }

    @Test
    void readsTheStateOfACampaignFromItsNameAndNeverForgetsOne() {
        // Given
        database.run("INSERT INTO ads.campaigns VALUES (3, 7, 'Gifts | SP | Delhi', 'SP', 'enabled', 'Delhi')");
        amazon.campaigns.addAll(List.of(
                campaign(1, "Lamps | SP | Bombay state"),
                campaign(2, "Lamps | SP | new  delhi"),
                campaign(3, "Gifts renamed"),
                campaign(4, "Lamps | Delhi | Maharashtra"),
                campaign(5, "Lamps | up"),
                campaign(6, "Lamps | UP")));

        // When
        sync().run();

        // Then
        assertThat(database.query("SELECT campaign_id, geo FROM ads.campaigns ORDER BY 1"))
                .containsExactly("1|null", "2|Delhi", "3|Delhi", "4|null", "5|null", "6|Uttar Pradesh");
    }

    @Test
    void givesWayToNoImportAndReplacesWhatOneBrought() {
        // Given
        database.run("INSERT INTO ads.report_days (profile_id, report, table_name, channel, day, origin)"
                + " VALUES (7, 'spCampaigns', 'campaign_daily', 'SP', '2025-10-01', 'import')");

        // When
        sync().run();

        // Then
        assertThat(database.query(
                        "SELECT origin FROM ads.report_days WHERE report = 'spCampaigns' AND day = '2025-10-01'"))
                .containsExactly("api");
    }

    @Test
    void learnsWhatACampaignAdvertises() {
        // When
        sync().run();

        // Then
        assertThat(database.query("SELECT campaign_id, sku FROM ads.campaign_products ORDER BY 1"))
                .containsExactly("70|SKU-1", "72|SKU-1");
    }

    private AdsSync sync() {
        return sync(clock);
    }

    private AdsSync sync(SetClock at) {
        return new AdsSync(
                amazon, database::open, AdsSyncTest::geo, QUICK, Duration.ofHours(1), at, AccountCalendar.SHARED);
    }

    private static GeoFromNames geo() {
        return GeoFromNames.of(
                "|",
                List.of(
                        new KnownValue("Delhi", List.of("New Delhi", "DL")),
                        new KnownValue("Maharashtra", List.of("MH")),
                        new KnownValue("Uttar Pradesh", List.of("UP"))));
    }

    private static StoredCampaign campaign(long id, String name) {
        return new StoredCampaign(id, name, AdChannel.SP, StoredCampaign.Status.ENABLED, null, null, null);
    }

    /** The process is gone: nothing of the sync may catch it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Counts what is done to Amazon and to the database, and ends the process at one of them. */
    private static final class Steps implements Runnable {
        private int left;

        void endAt(int step) {
            left = step;
        }

        @Override
        public void run() {
            if (--left == 0) {
                throw new Killed();
            }
        }

        ConnectionSource counting(ConnectionSource source) {
            return () -> {
                run();
                return source.open();
            };
        }
    }
}
