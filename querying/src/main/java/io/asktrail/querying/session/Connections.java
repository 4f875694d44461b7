package io.asktrail.querying.session;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.live.LiveTables;
import io.asktrail.querying.engine.Engine;
import io.asktrail.querying.file.FileSource;
import io.asktrail.querying.secret.Secrets;
import io.asktrail.querying.source.ConnectionSettings;
import io.asktrail.querying.source.ServerSource;
import io.asktrail.querying.source.Source;
import io.asktrail.registry.schema.TableDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The databases that tools name by their {@code connection_ref}. Each is opened at its first use and fails fast: a
 * database that is down costs a step two seconds, not the start of the service.
 */
public final class Connections implements AutoCloseable {
    private final Map<String, ConnectionSettings> settings;
    private final Secrets secrets;
    private final Map<String, Source> sources = new ConcurrentHashMap<>();

    /** Whose passwords are kept nowhere but here, in the environment or in files. */
    public Connections(Map<String, ConnectionSettings> settings) {
        this(settings, Secrets.ofThisProcess(Optional.empty()));
    }

    public Connections(Map<String, ConnectionSettings> settings, Secrets secrets) {
        this.settings = Map.copyOf(settings);
        this.secrets = secrets;
    }

    /** The kind of database behind a name; empty if the name is not configured. */
    public Optional<Engine> known(String ref) {
        return Optional.ofNullable(settings.get(ref)).map(ConnectionSettings::engine);
    }

    /** @throws SuiteException if the name is not configured */
    public Engine engine(String ref) {
        return settings(ref).engine();
    }

    /** @param tables those that are about to be read */
    public Connection borrow(String ref, List<TableDefinition> tables) throws SQLException {
        return source(ref).borrow(tables);
    }

    /**
     * Looks at what a source holds, whatever the registry says.
     *
     * @param patience for one statement
     */
    public <T> T look(String ref, Duration patience, Function<LiveTables, T> look) throws SQLException {
        return source(ref).look(patience, look);
    }

    private Source source(String ref) {
        var known = settings(ref);
        return sources.computeIfAbsent(ref, name -> open(name, known));
    }

    private ConnectionSettings settings(String ref) {
        @Nullable ConnectionSettings known = settings.get(ref);
        if (known == null) {
            throw new SuiteException(
                    ErrorCode.SOURCE_DOWN,
                    "The source '%s' is not connected: set asktrail.connections.%s.url.".formatted(ref, ref));
        }
        return known;
    }

    private Source open(String ref, ConnectionSettings known) {
        return known.engine() == Engine.DUCKDB
                ? FileSource.open(ref, known, secrets)
                : new ServerSource(ref, known, secrets);
    }

    @Override
    public void close() {
        sources.values().forEach(Source::close);
    }
}
