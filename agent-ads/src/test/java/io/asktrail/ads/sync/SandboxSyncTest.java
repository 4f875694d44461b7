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
import io.asktrail.registry.loading.LiveRegistry;
import io.asktrail.registry.loading.RegistryLocation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over real HTTP, from the demo's Amazon. What the demo writes by itself into another store is what has to come. */
class SandboxSyncTest {
    private static final LocalDate UNTIL = LocalDate.parse("2025-10-31");
    private static final DemoSettings DEMO = new DemoSettings(DemoSettings.DEFAULT_SEED, 0.05, UNTIL);
    private static final SyncPace PACE = new SyncPace(
            Duration.ofMillis(20),
            Duration.ofMillis(100),
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
        for (var table :
                List.of("campaign_daily", "product_daily", "targeting_daily", "search_term_daily", "placement_daily")) {
            // A search without a click is in no report of Amazon's; the demo keeps Brands' targets for 95 days, Amazon
            // for 60.
            var rows = "SELECT channel, count(*), sum(impressions), sum(clicks), sum(cost), sum(attributed_sales),"
                    + " sum(attributed_orders), sum(attributed_units), min(date), max(date) FROM ads." + table
                    + " WHERE (clicks > 0 OR '" + table + "' <> 'search_term_daily')"
                    + " AND (date >= '2025-09-02' OR channel <> 'SB' OR '" + table
                    + "' <> 'targeting_daily') GROUP BY channel ORDER BY channel";
            assertThat(synced.query(rows))
                    .as(table)
                    .isEqualTo(whole.query(rows))
                    .isNotEmpty();
        }
        var campaigns = "SELECT campaign_id, campaign_name, channel, campaign_status, geo, daily_budget, start_date"
                + " FROM ads.campaigns ORDER BY 1";
        assertThat(synced.query(campaigns)).isEqualTo(whole.query(campaigns));
        assertThat(synced.query("SELECT count(*) FROM ads.restatements")).containsExactly("0");
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
        var credentials = sandbox.credentials();
        var settings = AmazonSettings.of(
                        AmazonRegion.EU,
                        new AmazonSettings.Login(
                                credentials.clientId(), credentials.clientSecret(), credentials.refreshToken()))
                .at(sandbox.baseUrl())
                .withQuota(100_000, 50);
        return new AdsSync(
                new HttpAmazonAds(settings, clock),
                database::open,
                SandboxSyncTest::geo,
                PACE,
                Duration.ofHours(1),
                clock,
                AccountCalendar.SHARED);
    }

    private static GeoFromNames geo() {
        var registry = LiveRegistry.open(RegistryLocation.of(null, "demo")).get();
        return GeoFromNames.of(
                "|",
                registry.dimension(new io.asktrail.contracts.id.DimensionId("geo"))
                        .values());
    }
}
