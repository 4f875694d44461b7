package io.asktrail.ads.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.ads.amazon.AccountCalendar;
import io.asktrail.adsstore.AdChannel;
import io.asktrail.adsstore.AdsStore;
import io.asktrail.adsstore.StoredCampaign;
import io.asktrail.testkit.time.SetClock;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyncRoleTest {
    private final SyncDatabase database = new SyncDatabase();

    @Test
    void writesRowsAsARoleThatMayDoNothingElse() {
        // Given
        database.run("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'asktrail_ads_sync') THEN"
                + " CREATE ROLE asktrail_ads_sync; END IF; END $$");
        database.run("ALTER ROLE asktrail_ads_sync LOGIN PASSWORD 'of a test' NOSUPERUSER NOBYPASSRLS");
        // The one right that comes with the databases, not with the tables.
        database.run("DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO asktrail_ads_sync',"
                + " current_database()); END $$");
        AdsStore.prepared(database::open);
        var amazon = new FakeAmazon();
        amazon.campaigns.add(
                new StoredCampaign(70, "Gifts | Delhi", AdChannel.SP, StoredCampaign.Status.ENABLED, null, null, null));
        var clock = new SetClock("2025-11-01T06:00:00Z");
        var sync = new AdsSync(
                amazon,
                this::asTheSync,
                () -> GeoFromNames.of("|", List.of()),
                new SyncPace(
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(1),
                        Duration.ofHours(6)),
                Duration.ofHours(1),
                clock,
                AccountCalendar.SHARED);

        // When
        sync.run();
        amazon.sales = 120;
        clock.pass(Duration.ofDays(1));
        sync.run();

        // Then
        assertThat(database.query("SELECT count(*) FROM ads.report_days")).containsExactly("734");
        assertThat(database.query("SELECT count(*) > 0 FROM ads.restatements")).containsExactly("t");
        for (var forbidden :
                List.of("CREATE TABLE ads.mine (id int)", "DROP TABLE ads.campaigns", "TRUNCATE ads.campaign_daily")) {
            assertThatThrownBy(() -> run(forbidden)).as(forbidden).isInstanceOf(SQLException.class);
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = asTheSync();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection asTheSync() throws SQLException {
        return DriverManager.getConnection(database.url(), "asktrail_ads_sync", "of a test");
    }
}
