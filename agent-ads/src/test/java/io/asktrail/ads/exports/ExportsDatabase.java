package io.asktrail.ads.exports;

import io.asktrail.adsstore.AdsStore;
import io.asktrail.postgres.TemporaryPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A database of its own with an empty store, and plain SQL on it. */
final class ExportsDatabase {
    private static final AtomicInteger MADE = new AtomicInteger();

    private final String database = "ads_exports_" + MADE.incrementAndGet();

    ExportsDatabase() {
        TemporaryPostgres.shared().ensureDatabase(database, user());
        store();
    }

    AdsStore store() {
        return AdsStore.prepared(this::open);
    }

    String url() {
        return TemporaryPostgres.shared().jdbcUrl(database);
    }

    String user() {
        return TemporaryPostgres.shared().superuser().user();
    }

    String password() {
        return TemporaryPostgres.shared().superuser().password();
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url(), user(), password());
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
