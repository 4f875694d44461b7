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
    /** Owns and writes the tables. */
    public static final Credentials LOADER = new Credentials("asktrail_loader", "loader");

    /** Reads them. */
    public static final Credentials READER = new Credentials("asktrail_sales", "sales");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final PostgresServer server = TemporaryPostgres.shared();
    private final String name = "orders_" + NUMBER.incrementAndGet();

    private OrdersDatabase() {}

    public static OrdersDatabase empty() {
        var database = new OrdersDatabase();
        database.server.ensureRole(LOADER);
        database.server.ensureRole(READER);
        database.server.ensureDatabase(database.name, LOADER.user());
        return database;
    }

    /** As one of the services: unlike the server's owner they are held to the rows' policies. */
    public Connection openAs(Credentials service) throws SQLException {
        return DriverManager.getConnection(url(), service.user(), service.password());
    }

    /** A role as it is outside the suite: what may log in may connect. */
    public void letIn(Credentials service) throws SQLException {
        run("grant connect on database %s to %s".formatted(name, service.user()));
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
