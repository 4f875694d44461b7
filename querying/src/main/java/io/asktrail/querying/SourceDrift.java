package io.asktrail.querying;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.SchemaDrift;
import io.asktrail.live.DatabaseUnusable;
import io.asktrail.live.drift.DriftFinder;
import io.asktrail.querying.session.Connections;
import io.asktrail.querying.session.Faults;
import io.asktrail.querying.source.ConnectionSettings;
import io.asktrail.registry.Registry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Holds a registry against one source of whatever engine, without any service. */
public final class SourceDrift {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private SourceDrift() {}

    /**
     * Every difference, what breaks questions first.
     *
     * @param connection as the registry's tables name it
     * @throws SuiteException with a sentence, if the source cannot be looked at
     */
    public static List<SchemaDrift> of(Registry registry, String connection, ConnectionSettings settings) {
        try (var connections = new Connections(Map.of(connection, settings))) {
            return connections.look(connection, PATIENCE, new DriftFinder(registry, connection)::find);
        } catch (DataAccessException failure) {
            throw unreachable(connection, settings, failure.getCause(SQLException.class), failure);
        } catch (SQLException failure) {
            throw unreachable(connection, settings, failure, failure);
        } catch (DatabaseUnusable unusable) {
            throw new SuiteException(ErrorCode.SOURCE_DOWN, Objects.requireNonNull(unusable.getMessage()), unusable);
        }
    }

    private static SuiteException unreachable(
            String connection, ConnectionSettings settings, @Nullable SQLException failure, Exception cause) {
        return failure == null
                ? new SuiteException(
                        ErrorCode.SOURCE_DOWN, "The source '%s' cannot be looked at.".formatted(connection), cause)
                : Faults.of(connection, settings.engine(), failure);
    }
}
