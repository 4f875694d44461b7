package io.asktrail.ads.sync;

import io.asktrail.ads.amazon.AccountCalendar;
import io.asktrail.ads.amazon.AmazonRegion;
import io.asktrail.ads.amazon.AmazonSettings;
import io.asktrail.ads.amazon.HttpAmazonAds;
import io.asktrail.adsstore.AdsStore;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.demo.DemoSettings;
import io.asktrail.demo.sandbox.Sandbox;
import io.asktrail.demo.sandbox.SandboxSettings;
import io.asktrail.postgres.TemporaryPostgres;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/** The demo's whole retained window from the sandbox into an empty store, once; the quota is the registry's. */
final class SyncOnce {
    private SyncOnce() {}

    public static void main(String[] arguments) throws SQLException {
        var registry = RegistryLoader.load(RegistryLocation.bundled("demo"));
        var server = TemporaryPostgres.shared();
        var user = server.superuser();
        server.ensureDatabase("sync_once", user.user());
        io.asktrail.adsstore.ConnectionSource store =
                () -> DriverManager.getConnection(server.jdbcUrl("sync_once"), user.user(), user.password());
        AdsStore.prepared(store);
        var yesterday = LocalDate.now(DemoSettings.ZONE).minusDays(1);
        try (var sandbox =
                Sandbox.start(SandboxSettings.of(new DemoSettings(DemoSettings.DEFAULT_SEED, 1, yesterday)))) {
            var login = sandbox.credentials();
            var settings = AmazonSettings.of(
                            AmazonRegion.EU,
                            new AmazonSettings.Login(login.clientId(), login.clientSecret(), login.refreshToken()))
                    .at(sandbox.baseUrl())
                    .withQuota(300, 4);
            var geo = GeoFromNames.of(
                    "|", registry.dimension(new DimensionId("geo")).values());
            var sync = new AdsSync(
                    new HttpAmazonAds(settings, Clock.systemUTC()),
                    store,
                    () -> geo,
                    SyncPace.USUAL,
                    Duration.ofHours(1),
                    Clock.systemUTC(),
                    AccountCalendar.SHARED);
            var began = System.nanoTime();
            sync.run();
            var seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf("synced in %.1f s%n", seconds);
        }
        try (var connection = store.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                    SELECT (SELECT count(*) FROM ads.campaign_daily) + (SELECT count(*) FROM ads.product_daily)
                           + (SELECT count(*) FROM ads.targeting_daily) + (SELECT count(*) FROM ads.search_term_daily)
                           + (SELECT count(*) FROM ads.placement_daily), (SELECT count(*) FROM ads.report_days)\
                    """)) {
            rows.next();
            System.out.printf("%,d rows of %,d days of reports%n", rows.getLong(1), rows.getLong(2));
        }
    }
}
