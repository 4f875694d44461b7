package io.asktrail.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The test's own way into a server, so that nothing is checked by the code under test. */
final class Sql implements AutoCloseable {
    private final Connection connection;

    private Sql(Connection connection) {
        this.connection = connection;
    }

    static Sql as(Credentials role, PostgresServer server, String database) throws SQLException {
        return new Sql(DriverManager.getConnection(server.jdbcUrl(database), role.user(), role.password()));
    }

    static Sql asAdmin(PostgresServer server) throws SQLException {
        return as(server.superuser(), server, "postgres");
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String value(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
