package io.asktrail.ads.sync;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.asktrail.ads.amazon.AccountCalendar;
import io.asktrail.ads.amazon.AmazonAds;
import io.asktrail.ads.amazon.AmazonAutoConfiguration;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.CurrentRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The sync, where somebody has said from whom and into what. */
@AutoConfiguration(after = AmazonAutoConfiguration.class)
@ConditionalOnProperty("asktrail.ads.sync.store.url")
@ConditionalOnBean(AmazonAds.class)
@EnableConfigurationProperties(SyncSettings.class)
public class SyncAutoConfiguration {
    private static final DimensionId GEO = new DimensionId("geo");
    private static final int CONNECTIONS = 4;

    // Not a bean of type DataSource: nothing else of the process may write, or think that there is one database.
    @Bean
    SyncStore adsSyncStore(SyncSettings settings) {
        var writer = settings.writer();
        var config = new HikariConfig();
        config.setPoolName("asktrail-ads-sync");
        config.setJdbcUrl(writer.url());
        config.setUsername(writer.username());
        config.setPassword(writer.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "asktrail-ads-sync");
        return new SyncStore(new HikariDataSource(config));
    }

    @Bean
    AdsSync adsSync(
            AmazonAds amazon,
            AccountCalendar calendar,
            SyncSettings settings,
            SyncStore store,
            CurrentRegistry registry,
            Clock clock) {
        return new AdsSync(
                amazon,
                store.pool()::getConnection,
                () -> GeoFromNames.of(
                        settings.nameSeparator(), registry.get().dimension(GEO).values()),
                SyncPace.USUAL,
                settings.every(),
                clock,
                calendar);
    }

    @Bean
    SyncSchedule adsSyncSchedule(SyncSettings settings, SyncStore store, AdsSync sync) {
        return new SyncSchedule(store.pool(), sync, settings.every());
    }

    /** The connections of the role that writes. */
    record SyncStore(HikariDataSource pool) implements AutoCloseable {
        @Override
        public void close() {
            pool.close();
        }
    }
}
