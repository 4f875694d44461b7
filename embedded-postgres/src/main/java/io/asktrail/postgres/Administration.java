package io.asktrail.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Statements that may run any number of times; PostgreSQL itself quotes the names in them. */
final class Administration {
    /** What is done with one connection of the superuser. */
    interface Work {
        void with(Administration administration) throws SQLException;
    }

    private final Connection connection;

    Administration(Connection connection) {
        this.connection = connection;
    }

    void ensureRole(Credentials role) throws SQLException {
        var verb = exists("SELECT 1 FROM pg_roles WHERE rolname = ?", role.user()) ? "ALTER" : "CREATE";
        run(
                verb + " ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD %L",
                role.user(),
                role.password());
    }

    void ensureDatabase(String name, String owner) throws SQLException {
        if (exists("SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            run("ALTER DATABASE %I OWNER TO %I", name, owner);
        } else {
            run("CREATE DATABASE %I OWNER %I", name, owner);
        }
        run("REVOKE ALL ON DATABASE %I FROM PUBLIC", name);
    }

    void run(String template, String... names) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(filledIn(template, List.of(names)));
        }
    }

    private String filledIn(String template, List<String> names) throws SQLException {
        try (var format = connection.prepareStatement("SELECT format(?, VARIADIC ?::text[])")) {
            format.setString(1, template);
            format.setArray(2, connection.createArrayOf("text", names.toArray()));
            try (var row = format.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private boolean exists(String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
