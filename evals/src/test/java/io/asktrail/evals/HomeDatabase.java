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
final class HomeDatabase {
    private static final String LOADER = "asktrail_loader";

    private final Path home;
    private final String database;

    HomeDatabase(Path home, String database) {
        this.home = home;
        this.database = database;
    }

    Connection open() throws SQLException {
        var password = RunningAsktrail.read(home.resolve("secrets/%s.password".formatted(LOADER)));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database), LOADER, password);
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

    // The fourth line of postmaster.pid is the port; PostgreSQL documents it.
    private int port() {
        try (var files = Files.walk(home.resolve("postgres"))) {
            var pid = files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            return Integer.parseInt(Files.readAllLines(pid).get(3).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
