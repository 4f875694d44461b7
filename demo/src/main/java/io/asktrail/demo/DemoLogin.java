package io.asktrail.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Where the two databases are and as whom the demo is written; the password comes in a file. */
record DemoLogin(String warehouseUrl, String adsUrl, String username, String password) {
    /**
     * Reads {@code ASKTRAIL_DEMO_WAREHOUSE_URL}, {@code ASKTRAIL_DEMO_ADS_URL}, {@code ASKTRAIL_DEMO_USERNAME} and the
     * file {@code ASKTRAIL_DEMO_PASSWORD_FILE}.
     */
    static DemoLogin from(Map<String, String> environment) {
        return new DemoLogin(
                required(environment, "ASKTRAIL_DEMO_WAREHOUSE_URL"),
                required(environment, "ASKTRAIL_DEMO_ADS_URL"),
                required(environment, "ASKTRAIL_DEMO_USERNAME"),
                secret(Path.of(required(environment, "ASKTRAIL_DEMO_PASSWORD_FILE"))));
    }

    Connection warehouse() throws SQLException {
        return DriverManager.getConnection(warehouseUrl, username, password);
    }

    Connection ads() throws SQLException {
        return DriverManager.getConnection(adsUrl, username, password);
    }

    private static String required(Map<String, String> environment, String name) {
        var value = environment.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is not set.");
        }
        return value;
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The password file %s cannot be read.".formatted(file), unreadable);
        }
    }

    @Override
    public String toString() {
        return "DemoLogin[%s, %s, %s]".formatted(warehouseUrl, adsUrl, username);
    }
}
