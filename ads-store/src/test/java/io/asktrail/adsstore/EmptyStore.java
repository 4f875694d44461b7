package io.asktrail.adsstore;

import io.asktrail.postgres.TemporaryPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A database of its own with an empty store, and plain SQL on it. */
final class EmptyStore {
    private static final AtomicInteger MADE = new AtomicInteger();

    private final String url;
    private final String user;
    private final String password;

    EmptyStore() {
        var server = TemporaryPostgres.shared();
        user = server.superuser().user();
        password = server.superuser().password();
        var database = "ads_store_" + MADE.incrementAndGet();
        server.ensureDatabase(database, user);
        url = server.jdbcUrl(database);
    }

    AdsStore prepared() {
        return AdsStore.prepared(this::open);
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url, user, password);
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
