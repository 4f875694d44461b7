package io.asktrail.querying;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements in one read-only transaction that ends with the deadline and claims the caller's rows, for the
 * policies of the tables to hold it to. The work has a thread of its own, so that an interrupted caller can cancel it at
 * the server instead of leaving it to run.
 */
final class ReadOnlySession {
    static final Settings RENDERING = new Settings()
            .withRenderNameCase(RenderNameCase.AS_IS)
            .withRenderFormatted(true)
            // jOOQ's own limit on a statement's parameters would switch to inlined values, which never happens here.
            .withInlineThreshold(Integer.MAX_VALUE);

    private static final long GRACE_MS = 500;

    private final Connections connections;
    private final Clock clock;

    ReadOnlySession(Connections connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
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
        var running = new RunningQuery();
        var task = new FutureTask<>(() -> transaction(connection, claims, deadline, judged.select(), running, each));
        Thread.ofVirtual().name("query-" + connection).start(task);
        try {
            return task.get(deadline.remaining(clock).toMillis() + GRACE_MS, MILLISECONDS);
        } catch (InterruptedException e) {
            running.cancel();
            Thread.currentThread().interrupt();
            throw new SuiteException(ErrorCode.CANCELLED, "The question was withdrawn.", e);
        } catch (TimeoutException e) {
            running.cancel();
            throw Faults.deadlinePassed(e);
        } catch (ExecutionException e) {
            throw fault(connection, e.getCause());
        }
    }

    private <R extends Record> String transaction(
            String connection,
            RowClaims claims,
            Deadline deadline,
            Select<R> select,
            RunningQuery running,
            Consumer<R> each)
            throws SQLException {
        try (var jdbc = connections.borrow(connection)) {
            var sql = DSL.using(jdbc, SQLDialect.POSTGRES, RENDERING);
            try {
                begin(sql, claims, deadline);
                select.attach(sql.configuration());
                running.begins(select);
                try (var cursor = select.fetchLazy()) {
                    for (var row : cursor) {
                        running.check();
                        each.accept(row);
                    }
                }
                return sql.renderInlined(select);
            } finally {
                running.ends();
                jdbc.rollback();
            }
        }
    }

    // Both hold until the transaction ends: the next one on this connection starts without a claim.
    private void begin(DSLContext sql, RowClaims claims, Deadline deadline) {
        var left = Math.max(1, deadline.remaining(clock).toMillis());
        sql.select(locally("statement_timeout", left + "ms"), locally(RowClaims.SETTING, claims.text()))
                .fetch();
    }

    private static Field<String> locally(String setting, String value) {
        return DSL.function("set_config", String.class, DSL.val(setting), DSL.val(value), DSL.val(true));
    }

    private static RuntimeException fault(String connection, @Nullable Throwable cause) {
        return switch (cause) {
            case SuiteException known -> known;
            case SQLException failure -> Faults.of(connection, failure);
            case DataAccessException wrapped
            when wrapped.getCause(SQLException.class) != null ->
                Faults.of(connection, wrapped.getCause(SQLException.class));
            case RuntimeException unexpected -> unexpected;
            case null, default -> new IllegalStateException(cause);
        };
    }
}
