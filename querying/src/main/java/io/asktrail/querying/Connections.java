package io.asktrail.querying;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The databases that tools name by their {@code connection_ref}. A pool is made at the first use and fails fast: a
 * database that is down costs a step two seconds, not the start of the service.
 */
public final class Connections implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 8;
    private static final long PATIENCE_MS = 1_900;
    private static final long IDLE_MS = 60_000;

    private final Map<String, ConnectionSettings> settings;
    private final Map<String, HikariDataSource> pools = new ConcurrentHashMap<>();

    public Connections(Map<String, ConnectionSettings> settings) {
        this.settings = Map.copyOf(settings);
    }

    Connection borrow(String ref) throws SQLException {
        @Nullable ConnectionSettings known = settings.get(ref);
        if (known == null) {
            throw new SuiteException(
                    ErrorCode.SOURCE_DOWN,
                    "The source '%s' is not connected: set asktrail.connections.%s.url.".formatted(ref, ref));
        }
        return pools.computeIfAbsent(ref, name -> pool(name, known)).getConnection();
    }

    private static HikariDataSource pool(String ref, ConnectionSettings settings) {
        var config = new HikariConfig();
        config.setPoolName("asktrail-" + ref);
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.username());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE_MS);
        config.setConnectionTimeout(PATIENCE_MS);
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(false);
        config.setReadOnly(true);
        config.addDataSourceProperty("loginTimeout", "2");
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("ApplicationName", "asktrail");
        if (settings.url().startsWith("jdbc:postgresql:")) {
            // A text is compared with a column of whatever type, as if it were written there: an enum, a uuid.
            config.addDataSourceProperty("stringtype", "unspecified");
        }
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }
}
