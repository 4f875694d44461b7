package io.asktrail.querying;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.querying.engine.Engine;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements in one read-only transaction that ends with the deadline and claims the caller's rows, for the
 * policies of the tables to hold it to. The work has a thread of its own, so that an interrupted caller can cancel it at
 * the server instead of leaving it to run.
 */
final class ReadOnlySession {
    private static final long STOP_AGAIN_MS = 100;
    private static final int MOST_STOPS = 50;

    private final Connections connections;
    private final Clock clock;

    ReadOnlySession(Connections connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /** @throws SuiteException if no such connection is configured */
    Engine engine(String connection) {
        return connections.engine(connection);
    }

    /** All rows of a statement that gives few. */
    <R extends Record> List<R> rows(String connection, RowClaims claims, Deadline deadline, Judged<R> judged) {
        var rows = new ArrayList<R>();
        read(connection, claims, deadline, judged, rows::add);
        return rows;
    }

    /**
     * Hands on one row after the other; says how the statement is shown to people, a text that is never run.
     *
     * @param claims whose rows the database may show, whatever the statement says
     * @param each is called by another thread; where this throws, perhaps still after it did
     */
    <R extends Record> String read(
            String connection, RowClaims claims, Deadline deadline, Judged<R> judged, Consumer<R> each) {
        if (deadline.hasPassed(clock)) {
            throw Faults.deadlinePassed(new TimeoutException("before the statement was sent"));
        }
        var engine = connections.engine(connection);
        var running = new RunningQuery();
        var task = new FutureTask<>(() -> transaction(connection, engine, claims, deadline, judged, running, each));
        Thread.ofVirtual().name("query-" + connection).start(task);
        try {
            return task.get(deadline.remaining(clock).plus(engine.patience()).toMillis(), MILLISECONDS);
        } catch (InterruptedException e) {
            stop(running, task);
            Thread.currentThread().interrupt();
            throw new SuiteException(ErrorCode.CANCELLED, "The question was withdrawn.", e);
        } catch (TimeoutException e) {
            stop(running, task);
            throw Faults.deadlinePassed(e);
        } catch (ExecutionException e) {
            throw fault(connection, engine, e.getCause());
        }
    }

    // A driver that has not told the server of the statement yet has nothing to cancel, so it is asked until it did.
    private static void stop(RunningQuery running, FutureTask<?> task) {
        running.cancel();
        Thread.ofVirtual().name("stop-query").start(() -> {
            for (var i = 0; i < MOST_STOPS && !endsSoon(task); i++) {
                running.cancel();
            }
        });
    }

    private static boolean endsSoon(FutureTask<?> task) {
        try {
            task.get(STOP_AGAIN_MS, MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException | ExecutionException _) {
            return true;
        }
    }

    private <R extends Record> String transaction(
            String connection,
            Engine engine,
            RowClaims claims,
            Deadline deadline,
            Judged<R> judged,
            RunningQuery running,
            Consumer<R> each)
            throws SQLException {
        try (var jdbc = connections.borrow(connection, judged.tables())) {
            try {
                running.check();
                engine.begin(jdbc, claims.text(), deadline.remaining(clock));
                var select = judged.select();
                select.attach(engine.on(jdbc).configuration());
                engine.limit(select, deadline.remaining(clock));
                running.begins(select);
                try (var cursor = select.fetchLazy()) {
                    for (var row : cursor) {
                        running.check();
                        each.accept(row);
                    }
                }
                return engine.statements().renderInlined(select);
            } finally {
                running.ends();
                engine.end(jdbc);
            }
        }
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
