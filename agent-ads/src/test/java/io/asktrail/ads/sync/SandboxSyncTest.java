package io.asktrail.ads.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.ads.amazon.AccountCalendar;
import io.asktrail.ads.amazon.AmazonRegion;
import io.asktrail.ads.amazon.AmazonSettings;
import io.asktrail.ads.amazon.HttpAmazonAds;
import io.asktrail.demo.DemoData;
import io.asktrail.demo.DemoSettings;
import io.asktrail.demo.sandbox.Sandbox;
import io.asktrail.demo.sandbox.SandboxSettings;
import io.asktrail.demo.sandbox.fault.Fault;
import io.asktrail.demo.sandbox.fault.FaultRule;
import io.asktrail.registry.loading.LiveRegistry;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.testkit.time.SetClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Over real HTTP, from the demo's Amazon. What the demo writes by itself into another store is what has to come. */
class SandboxSyncTest {
    private static final LocalDate UNTIL = LocalDate.parse("2025-10-31");
    private static final DemoSettings DEMO = new DemoSettings(DemoSettings.DEFAULT_SEED, 0.05, UNTIL);
    private static final SyncPace PACE = new SyncPace(
            Duration.ofMillis(20),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            Duration.ofHours(6));

    private final SetClock clock = new SetClock("2025-11-01T06:00:00Z");
    private final SyncDatabase warehouse = new SyncDatabase();
    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.of(DEMO).withClock(clock).withReportLatency(Duration.ofMillis(1)));

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void makesTheStoreThatTheDemoWouldHaveWritten() {
        // Given
        var whole = new SyncDatabase();
        DemoData.into(warehouse::open, whole::open).extend(DEMO);
        var synced = new SyncDatabase();
        DemoData.into(warehouse::open, synced::open)
                .leavingRecentReportsToTheSync()
                .extend(DEMO);

        // When
        sync(synced).run();

        // Then
        assertThat(days(synced)).isEqualTo(days(whole)).hasSizeGreaterThan(3_000);
        var campaigns = "SELECT campaign_id, campaign_name, channel, campaign_status, geo, daily_budget, start_date"
                + " FROM ads.campaigns ORDER BY 1";
        assertThat(synced.query(campaigns)).isEqualTo(whole.query(campaigns));
        assertThat(synced.query("SELECT count(*) FROM ads.restatements")).containsExactly("0");
    }

    @Test
    @Tag("full")
    void replacesWhatAnEarlierVersionWroteIntoTheStoreItself() {
        // Given
        var whole = new SyncDatabase();
        DemoData.into(warehouse::open, whole::open).extend(DEMO);
        var before = days(whole);

        // When
        sync(whole).run();

        // Then
        assertThat(days(whole)).isEqualTo(before);
        assertThat(whole.query("SELECT count(*) FROM ads.report_days WHERE origin = 'api'"))
                .containsExactly("725");
        assertThat(whole.query("SELECT count(*) FROM ads.restatements")).containsExactly("0");
    }

    @Test
    @Tag("full")
    void countsDaysByTheCalendarOfASandboxOfAnotherYear() {
        // Given: this machine is three years and a day ahead of the sandbox
        var machine = new SetClock("2028-11-02T06:00:00Z");
        var ahead = new AccountCalendar(-(366 + 365 + 365 + 1));
        var synced = new SyncDatabase();

        // When
        var sync = new AdsSync(
                new HttpAmazonAds(settings(), clock),
                synced::open,
                SandboxSyncTest::geo,
                PACE,
                Duration.ofHours(1),
                machine,
                ahead);
        var next = sync.run();

        // Then: days are the sandbox's, moments the machine's
        assertThat(synced.query("SELECT min(day), max(day), min(asked_on), max(asked_on) FROM ads.report_days"))
                .containsExactly("2025-07-29|2025-10-31|2025-11-01|2025-11-01");
        assertThat(next).isEqualTo("2028-11-02T07:00:00Z");
        assertThat(synced.query("SELECT DISTINCT tried_at AT TIME ZONE 'UTC' FROM ads.sync_parts"))
                .containsExactly("2028-11-02 06:00:00");
    }

    @Test
    void loadsAReportThatFailedAndOneWhoseLinkHadExpiredAfterAll() {
        // Given
        sandbox.faults()
                .add(FaultRule.of(new Fault.FailedReport("Internal error"))
                        .onReport("sbTargeting")
                        .times(1));
        sandbox.faults()
                .add(FaultRule.of(new Fault.ExpiredUrl())
                        .onReport("sdCampaigns")
                        .times(1));
        var database = new SyncDatabase();

        // When
        var next = sync(database).run();

        // Then: the link was asked for again, the failed report waits for a minute and says why
        assertThat(next).isEqualTo("2025-11-01T06:01:00Z");
        assertThat(database.query("SELECT report, last_day, attempts, error FROM ads.sync_orders"))
                .containsExactly("sbTargeting|2025-10-31|1|"
                        + "Amazon could not make the report (Internal error); it is asked for again.");
        assertThat(database.query("SELECT count(*) FROM ads.report_days WHERE report = 'sdCampaigns'"))
                .containsExactly("65");

        // When
        clock.pass(Duration.ofMinutes(1));
        sync(database).run();

        // Then
        assertThat(database.query("SELECT count(*) FROM ads.report_days")).containsExactly("725");
        assertThat(database.query("SELECT count(*) FROM ads.sync_orders")).containsExactly("0");
    }

    @Test
    @Tag("full")
    void asksAtOnceForReportsThatASandboxHasForgotten() {
        // Given: a run that was ended while all its reports were in the queue
        var database = new SyncDatabase();
        database.run("INSERT INTO ads.sync_orders (profile_id, report, first_day, last_day, ticket, asked_at)"
                + " VALUES (9007199254740993, 'spCampaigns', '2025-10-01', '2025-10-31', 'of-another-sandbox',"
                + " '2025-11-01T05:00:00Z')");

        // When
        sync(database).run();

        // Then
        assertThat(database.query("SELECT count(*) FROM ads.report_days")).containsExactly("725");
        assertThat(database.query("SELECT count(*) FROM ads.sync_orders")).containsExactly("0");
    }

    /**
     * What each report says of each day. A search without a click is in no report of Amazon's, and the demo keeps Brands'
     * targets for 95 days, Amazon for 60: neither is told here.
     */
    private static List<String> days(SyncDatabase database) {
        var days = new ArrayList<String>();
        for (var table :
                List.of("campaign_daily", "product_daily", "targeting_daily", "search_term_daily", "placement_daily")) {
            days.addAll(database.query("SELECT '" + table + "', channel, date, count(*), sum(impressions), sum(clicks),"
                    + " sum(cost), sum(attributed_sales), sum(attributed_orders), sum(attributed_units),"
                    + " sum(ntb_orders) FILTER (WHERE channel = 'SB' AND '" + table + "' = 'campaign_daily')"
                    + " FROM ads." + table
                    + " WHERE (clicks > 0 OR '" + table + "' <> 'search_term_daily')"
                    + " AND (date >= '2025-09-02' OR channel <> 'SB' OR '" + table
                    + "' <> 'targeting_daily') GROUP BY channel, date ORDER BY channel, date"));
        }
        return days;
    }

    @Test
    void readsTheStatesOfAllCampaignsFromTheirNamesAlone() {
        // Given
        var whole = new SyncDatabase();
        DemoData.into(warehouse::open, whole::open)
                .leavingRecentReportsToTheSync()
                .extend(DEMO);
        var empty = new SyncDatabase();

        // When
        sync(empty).run();

        // Then
        var states = "SELECT campaign_id, geo FROM ads.campaigns ORDER BY 1";
        assertThat(empty.query(states)).isEqualTo(whole.query(states)).hasSizeGreaterThan(50);
    }

    @Test
    void seesOrdersThatCameLater() {
        // Given
        var database = new SyncDatabase();
        sandbox.faults().add(new Fault.Restatement(14));
        sync(database).run();
        clock.pass(Duration.ofDays(1));

        // When
        sync(database).run();

        // Then
        assertThat(database.query("SELECT bool_and(orders_after > orders_before), count(*) > 20 FROM ads.restatements"))
                .containsExactly("t|t");
    }

    private AdsSync sync(SyncDatabase database) {
        return new AdsSync(
                new HttpAmazonAds(settings(), clock),
                database::open,
                SandboxSyncTest::geo,
                PACE,
                Duration.ofHours(1),
                clock,
                AccountCalendar.SHARED);
    }

    private AmazonSettings settings() {
        var credentials = sandbox.credentials();
        return AmazonSettings.of(
                        AmazonRegion.EU,
                        new AmazonSettings.Login(
                                credentials.clientId(), credentials.clientSecret(), credentials.refreshToken()))
                .at(sandbox.baseUrl())
                .withQuota(100_000, 50);
    }

    private static GeoFromNames geo() {
        var registry = LiveRegistry.open(RegistryLocation.of(null, "demo")).get();
        return GeoFromNames.of(
                "|",
                registry.dimension(new io.asktrail.contracts.id.DimensionId("geo"))
                        .values());
    }
}
