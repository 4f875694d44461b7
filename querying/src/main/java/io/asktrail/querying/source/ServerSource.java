package io.asktrail.querying.source;

import com.zaxxer.hikari.HikariDataSource;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.live.LiveDatabase;
import io.asktrail.live.LiveTables;
import io.asktrail.live.PostgresTables;
import io.asktrail.live.TrinoTables;
import io.asktrail.querying.engine.DuckDb;
import io.asktrail.querying.engine.PostgreSql;
import io.asktrail.querying.engine.Trino;
import io.asktrail.querying.secret.Secrets;
import io.asktrail.registry.schema.TableDefinition;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;

/** A database server, behind a pool that is made at the first use and fails fast. */
public final class ServerSource implements Source {
    private final String ref;
    private final ConnectionSettings settings;
    private final Secrets secrets;
    private final HikariDataSource pool;

    public ServerSource(String ref, ConnectionSettings settings, Secrets secrets) {
        this.ref = ref;
        this.settings = settings;
        this.secrets = secrets;
        var config = Pool.settings(ref, this::logIn);
        config.setAutoCommit(false);
        config.setReadOnly(true);
        this.pool = Pool.of(config);
    }

    @Override
    public Connection borrow(List<TableDefinition> tables) throws SQLException {
        return pool.getConnection();
    }

    @Override
    public <T> T look(Duration patience, Function<LiveTables, T> look) throws SQLException {
        try (var jdbc = pool.getConnection()) {
            return switch (settings.engine()) {
                case PostgreSql _ -> {
                    try (var database = LiveDatabase.over(jdbc, patience)) {
                        yield look.apply(new PostgresTables(database));
                    }
                }
                case Trino _ -> {
                    try {
                        yield look.apply(new TrinoTables(jdbc, patience));
                    } finally {
                        jdbc.rollback();
                    }
                }
                case DuckDb _ -> throw new IllegalStateException("files are no server");
            };
        }
    }

    private Connection logIn() throws SQLException {
        try {
            return driver().connect(settings.url(), properties());
        } catch (SuiteException unavailable) {
            // The pool passes on the failures of databases alone.
            throw new SQLException(unavailable.forCaller(), unavailable);
        }
    }

    private Driver driver() {
        try {
            return DriverManager.getDriver(settings.url());
        } catch (SQLException e) {
            throw new SuiteException(
                    ErrorCode.SOURCE_DOWN,
                    "The source '%s' needs the JDBC driver of %s on the class path."
                            .formatted(ref, settings.engine().title()),
                    e);
        }
    }

    private Properties properties() {
        var all = new Properties();
        settings.engine().clientOptions().forEach(all::setProperty);
        settings.options().forEach((name, value) -> all.setProperty(name, secrets.read(value)));
        if (!settings.username().isEmpty()) {
            all.setProperty("user", settings.username());
        }
        var password = secrets.read(settings.password());
        if (!password.isEmpty()) {
            all.setProperty("password", password);
        }
        return all;
    }

    @Override
    public void close() {
        pool.close();
    }
}
