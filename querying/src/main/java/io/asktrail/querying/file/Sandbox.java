package io.asktrail.querying.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * A DuckDB that may touch one place of the file system: no extension comes in, nothing goes over the network, and none of
 * this can be changed any more.
 */
final class Sandbox {
    private Sandbox() {}

    /**
     * @param database the file of the database; empty for one in memory
     * @param open the only folder whose files it may touch
     * @param limits of memory and threads, by DuckDB's names
     */
    static Connection open(String database, Path open, Map<String, String> limits) throws SQLException {
        var jdbc = DriverManager.getConnection("jdbc:duckdb:" + database);
        try (var statement = jdbc.createStatement()) {
            for (var command : List.of(
                    "set timezone = 'UTC'",
                    "set allowed_directories = [%s]".formatted(text(open + "/")),
                    "set temp_directory = ''",
                    "set enable_external_access = false",
                    "set autoinstall_known_extensions = false",
                    "set autoload_known_extensions = false",
                    "set allow_community_extensions = false")) {
                statement.execute(command);
            }
            for (var limit : limits.entrySet()) {
                statement.execute("set %s = %s".formatted(limit.getKey(), text(limit.getValue())));
            }
            statement.execute("set lock_configuration = true");
            return jdbc;
        } catch (SQLException e) {
            jdbc.close();
            throw e;
        }
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
