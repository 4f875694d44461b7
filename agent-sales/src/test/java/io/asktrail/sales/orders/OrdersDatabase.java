package io.asktrail.sales.orders;

import io.asktrail.postgres.Credentials;
import io.asktrail.postgres.PostgresServer;
import io.asktrail.postgres.TemporaryPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of its own for a test, and plain SQL on it. */
public final class OrdersDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final PostgresServer server = TemporaryPostgres.shared();
    private final String name = "orders_" + NUMBER.incrementAndGet();

    private OrdersDatabase() {}

    public static OrdersDatabase empty() {
        var database = new OrdersDatabase();
        database.server.ensureRole(new Credentials("asktrail_sales", "sales"));
        database.server.ensureDatabase(database.name, database.user());
        return database;
    }

    public String url() {
        return server.jdbcUrl(name);
    }

    public String user() {
        return server.superuser().user();
    }

    public String password() {
        return server.superuser().password();
    }

    public Connection open() throws SQLException {
        return DriverManager.getConnection(url(), user(), password());
    }

    public void run(String sql) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Rows as texts, cells parted by {@code |}. */
    public List<String> query(String sql) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                var cells = new ArrayList<String>();
                for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(rows.getString(i)));
                }
                all.add(String.join("|", cells));
            }
            return all;
        }
    }
}
