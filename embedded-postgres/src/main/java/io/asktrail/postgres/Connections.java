package io.asktrail.postgres;

import io.asktrail.postgres.EmbeddedPostgresException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** Connections of the launcher itself: short, over loopback, straight from the driver. */
final class Connections {
    private static final String WRONG_PASSWORD = "28P01";

    private Connections() {}

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    static Connection open(int port, String database, Credentials as) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", as.user());
        properties.setProperty("password", as.password());
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("ApplicationName", "asktrail-postgres");
        var connection = new Driver().connect(url(port, database), properties);
        if (connection == null) {
            throw new SQLException("the driver does not know its own address");
        }
        return connection;
    }

    /** Whether a server lets us in at that port and is the one of this folder. */
    static boolean answers(int port, Credentials superuser, Home home) throws IOException {
        try (var connection = open(port, "postgres", superuser);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW data_directory")) {
            return row.next()
                    && Path.of(row.getString(1)).toRealPath().equals(home.data().toRealPath());
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new EmbeddedPostgresException(
                        Reason.PASSWORD_UNKNOWN,
                        "The password in %s is not that of the database; put the right one back or choose another folder."
                                .formatted(home.superuserPassword()),
                        e);
            }
            return false;
        }
    }
}
