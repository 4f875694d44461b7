package io.asktrail.ads.sync;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.asktrail.adsstore.AdsStore;
import io.asktrail.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** A database of its own with an empty store, behind a pool. */
final class SyncDatabase extends TestDatabase {
    private final HikariDataSource pool;

    SyncDatabase() {
        super("ads_sync");
        var config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername(user());
        config.setPassword(password());
        config.setMaximumPoolSize(5);
        config.setMinimumIdle(0);
        pool = new HikariDataSource(config);
        AdsStore.prepared(this::open);
    }

    @Override
    public Connection open() throws SQLException {
        return pool.getConnection();
    }
}
