package io.asktrail.evals;

import io.asktrail.testkit.RunningAsktrail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The databases of a running suite, past everything of ours but the server's address. */
final class Loader {
    private Loader() {}

    /** A connection of the one who may write the demo. */
    static Connection open(Path home, String database) throws SQLException {
        return as(home, "asktrail_loader", database);
    }

    static Connection as(Path home, String user, String database) throws SQLException {
        var password = RunningAsktrail.read(home.resolve("secrets/%s.password".formatted(user)));
        var url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(home), database);
        return DriverManager.getConnection(url, user, password);
    }

    /** The file in which PostgreSQL says that it runs. */
    static Path pidFile(Path home) {
        try (var files = Files.walk(home.resolve("postgres"))) {
            return files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The fourth line of postmaster.pid is the port; PostgreSQL documents it.
    private static int port(Path home) {
        try {
            return Integer.parseInt(Files.readAllLines(pidFile(home)).get(3).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
