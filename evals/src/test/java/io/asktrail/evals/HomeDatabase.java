package io.asktrail.evals;

import io.asktrail.testkit.RunningAsktrail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database of a running product, past everything of ours but the server's address and the loader's login. */
public final class HomeDatabase {
    private static final String LOADER = "asktrail_loader";

    private final Path home;
    private final String database;

    public HomeDatabase(Path home, String database) {
        this.home = home;
        this.database = database;
    }

    public Connection open() throws SQLException {
        return openAs(LOADER);
    }

    /** With the login of another role of the product. */
    Connection openAs(String role) throws SQLException {
        var password = RunningAsktrail.read(home.resolve("secrets/%s.password".formatted(role)));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database), role, password);
    }

    void run(String sql) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    BigDecimal number(String sql) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getBigDecimal(1);
        }
    }

    /** The file in which PostgreSQL says that it runs. */
    static Path pidFile(Path home) {
        return home.resolve("postgres/data/postmaster.pid");
    }

    // The fourth line of postmaster.pid is the port; PostgreSQL documents it.
    private int port() {
        try {
            return Integer.parseInt(Files.readAllLines(pidFile(home)).get(3).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
