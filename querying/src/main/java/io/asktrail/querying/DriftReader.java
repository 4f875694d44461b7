package io.asktrail.querying;

import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.SchemaDrift;
import io.asktrail.live.DatabaseUnusable;
import io.asktrail.live.drift.DriftFinder;
import io.asktrail.querying.session.Connections;
import io.asktrail.registry.Registry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Where the databases of this agent are no longer what the registry says. For a question that failed the last look is good
 * enough for some seconds: many may fail for the same column.
 */
final class DriftReader {
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Connections connections;
    private final Clock clock;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    private record Look(String registryVersion, Instant at, List<SchemaDrift> found) {}

    DriftReader(Connections connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /** As it was seen some seconds ago at most. */
    List<SchemaDrift> lately(Registry registry, String connection) {
        @Nullable Look last = looks.get(connection);
        if (last != null
                && last.registryVersion.equals(registry.version())
                && last.at.plus(KEPT).isAfter(clock.instant())) {
            return last.found;
        }
        return lookNow(registry, connection);
    }

    /** Looks now; a database that cannot be reached is one difference, not a failure. */
    List<SchemaDrift> lookNow(Registry registry, String connection) {
        var found = look(registry, connection);
        looks.put(connection, new Look(registry.version(), clock.instant(), found));
        return found;
    }

    private List<SchemaDrift> look(Registry registry, String connection) {
        if (connections.known(connection).isEmpty()) {
            return List.of();
        }
        try {
            return connections.look(connection, PATIENCE, new DriftFinder(registry, connection)::find);
        } catch (SQLException | DataAccessException | DatabaseUnusable | SuiteException away) {
            return List.of(new SchemaDrift(
                    SchemaDrift.Kind.UNREACHABLE,
                    connection,
                    "",
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    "The source '%s' cannot be looked at just now.".formatted(connection)));
        }
    }
}
