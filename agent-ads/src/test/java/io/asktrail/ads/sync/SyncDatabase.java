package io.asktrail.ads.sync;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.asktrail.adsstore.AdsStore;
import io.asktrail.postgres.TemporaryPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A database of its own with an empty store, and plain SQL on it. */
final class SyncDatabase {
    private static final AtomicInteger MADE = new AtomicInteger();

    private final String url;
    private final HikariDataSource pool;
    private final String user = TemporaryPostgres.shared().superuser().user();
    private final String password = TemporaryPostgres.shared().superuser().password();

    SyncDatabase() {
        var database = "ads_sync_" + MADE.incrementAndGet();
        TemporaryPostgres.shared().ensureDatabase(database, user);
        url = TemporaryPostgres.shared().jdbcUrl(database);
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(5);
        config.setMinimumIdle(0);
        pool = new HikariDataSource(config);
        AdsStore.prepared(this::open);
    }

    String url() {
        return url;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    Connection open() throws SQLException {
        return pool.getConnection();
    }

    void run(String sql) {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows as texts, cells parted by {@code |}. */
    List<String> query(String sql) {
        try (var connection = open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                var cells = new ArrayList<String>();
                for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    @Nullable String cell = rows.getString(i);
                    cells.add(String.valueOf(cell));
                }
                all.add(String.join("|", cells));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
