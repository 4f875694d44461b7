package io.asktrail.ads;

import io.asktrail.demo.DemoData;
import io.asktrail.demo.DemoSettings;
import io.asktrail.postgres.TemporaryPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The demo's two databases, small, and plain SQL on them. */
final class DemoStore {
    private static final double SMALL = 0.05;

    private DemoStore() {}

    static String url(String database) {
        return TemporaryPostgres.shared().jdbcUrl(database);
    }

    static String user() {
        return TemporaryPostgres.shared().superuser().user();
    }

    static String password() {
        return TemporaryPostgres.shared().superuser().password();
    }

    static void make() {
        var server = TemporaryPostgres.shared();
        server.ensureDatabase("warehouse", user());
        server.ensureDatabase("ads", user());
        DemoData.into(() -> open("warehouse"), () -> open("ads"))
                .extend(new DemoSettings(DemoSettings.DEFAULT_SEED, SMALL, LocalDate.parse("2025-10-31")));
    }

    /** Rows as texts, cells parted by {@code |}. */
    static List<String> query(String database, String sql) {
        try (var connection = open(database);
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

    private static Connection open(String database) throws SQLException {
        return DriverManager.getConnection(url(database), user(), password());
    }
}
