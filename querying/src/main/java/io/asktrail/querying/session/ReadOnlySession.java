package io.asktrail.querying.session;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.querying.engine.Engine;
import io.asktrail.querying.engine.PostgreSql;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements in one read-only transaction that ends with the deadline and claims the caller's rows, for the
 * policies of the tables to hold it to. The work has a thread of its own, so that an interrupted caller can cancel it at
 * the server instead of leaving it to run.
 */
public final class ReadOnlySession {
    private static final Duration STOP_AGAIN = Duration.ofMillis(100);
    private static final int MOST_STOPS = 50;

    private final Connections connections;
    private final Clock clock;

    public ReadOnlySession(Connections connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /** @throws SuiteException if no such connection is configured */
    public Engine engine(String connection) {
        return connections.engine(connection);
    }

    /** All rows of a statement that gives few. */
    public List<Record> rows(String connection, RowClaims claims, Deadline deadline, Judged judged) {
        var rows = new ArrayList<Record>();
        read(connection, deadline, List.of(new Ask(claims, judged, rows::add)), () -> rows);
        return rows;
    }

    /**
     * Hands on one row after the other, of one statement after the other.
     *
     * @param asks at least one; their rows are taken by another thread, and where this throws, perhaps still after it did
     * @param besides is worked out by the calling thread, while the database works where it can
     */
    public <T> T read(String connection, Deadline deadline, List<Ask> asks, Supplier<T> besides) {
        if (deadline.hasPassed(clock)) {
            throw Faults.deadlinePassed(new TimeoutException("before the statement was sent"));
        }
        var engine = connections.engine(connection);
        var conversation = conversation(engine, deadline, asks);
        // What still has to write its statement must not be disturbed at it by somebody else who writes it.
        @Nullable T early = conversation instanceof Stepwise ? besides.get() : null;
        var running = new RunningQuery();
        var done = new CompletableFuture<@Nullable Void>();
        var worker = Thread.ofVirtual().name("query-" + connection).start(() -> {
            try {
                transaction(connection, engine, conversation, asks, running, done);
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        try {
            var made = early == null ? besides.get() : early;
            done.get(deadline.remaining(clock).plus(engine.patience()).toMillis(), MILLISECONDS);
            return made;
        } catch (InterruptedException e) {
            stop(running, worker);
            Thread.currentThread().interrupt();
            throw new SuiteException(ErrorCode.CANCELLED, "The question was withdrawn.", e);
        } catch (TimeoutException e) {
            stop(running, worker);
            throw Faults.deadlinePassed(e);
        } catch (ExecutionException e) {
            throw fault(connection, engine, e.getCause());
        }
    }

    // A driver that has not told the server of the statement yet has nothing to cancel, so it is asked until it did.
    private static void stop(RunningQuery running, Thread worker) {
        running.cancel();
        Thread.ofVirtual().name("stop-query").start(() -> {
            for (var i = 0; i < MOST_STOPS && !endsSoon(worker); i++) {
                running.cancel();
            }
        });
    }

    private static boolean endsSoon(Thread worker) {
        try {
            return worker.join(STOP_AGAIN);
        } catch (InterruptedException _) {
            return true;
        }
    }

    // Whoever waits has the rows before the transaction ends: nothing that is left to do changes them.
    private void transaction(
            String connection,
            Engine engine,
            Conversation conversation,
            List<Ask> asks,
            RunningQuery running,
            CompletableFuture<@Nullable Void> done)
            throws SQLException {
        var tables =
                asks.stream().flatMap(ask -> ask.judged().tables().stream()).distinct();
        try (var jdbc = connections.borrow(connection, tables.toList())) {
            try {
                running.check();
                conversation.hold(jdbc, asks, running);
                done.complete(null);
            } catch (SQLException | RuntimeException failure) {
                // Before the end of a transaction on a connection that is gone says something else.
                done.completeExceptionally(failure);
                throw failure;
            } finally {
                running.ends();
                engine.end(jdbc);
            }
        }
    }

    private Conversation conversation(Engine engine, Deadline deadline, List<Ask> asks) {
        return engine instanceof PostgreSql postgres
                        && asks.stream().noneMatch(ask -> ask.judged().inParts())
                        && AtOnce.canTake(asks)
                ? new AtOnce(postgres, deadline.remaining(clock))
                : new Stepwise(engine, () -> deadline.remaining(clock));
    }

    private static RuntimeException fault(String connection, Engine engine, @Nullable Throwable cause) {
        return switch (cause) {
            case SuiteException known -> known;
            case SQLException failure -> Faults.of(connection, engine, failure);
            case DataAccessException wrapped
            when wrapped.getCause(SQLException.class) != null ->
                Faults.of(connection, engine, wrapped.getCause(SQLException.class));
            case RuntimeException unexpected -> unexpected;
            case null, default -> new IllegalStateException(cause);
        };
    }
}
