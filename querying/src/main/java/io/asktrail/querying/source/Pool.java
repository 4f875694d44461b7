package io.asktrail.querying.source;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** What every pool of connections keeps to: few of them, none kept idle for long, and a short wait for one. */
public final class Pool {
    private static final int MOST_CONNECTIONS = 8;
    private static final long PATIENCE_MS = 1_900;
    private static final long IDLE_MS = 60_000;

    private Pool() {}

    public static HikariConfig settings(String ref, OpenedConnections.Opening opening) {
        var config = new HikariConfig();
        config.setPoolName("asktrail-" + ref);
        config.setDataSource(new OpenedConnections(opening));
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE_MS);
        config.setConnectionTimeout(PATIENCE_MS);
        config.setInitializationFailTimeout(-1);
        return config;
    }

    public static HikariDataSource of(HikariConfig config) {
        return new HikariDataSource(config);
    }
}
