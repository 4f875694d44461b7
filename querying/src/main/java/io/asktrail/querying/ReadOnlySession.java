package io.asktrail.querying;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
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

    private static final int FETCH_SIZE = 5_000;
    private static final long GRACE_MS = 500;

    private final Connections connections;
    private final Clock clock;

    ReadOnlySession(Connections connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /** What a statement gave, and how it is shown to people; the shown text is never run. */
    record Ran<R extends Record>(Result<R> rows, String shown) {}

    /** @param claims whose rows the database may show, whatever the statement says */
    <R extends Record> Ran<R> run(String connection, RowClaims claims, Deadline deadline, Select<R> select) {
        if (deadline.hasPassed(clock)) {
            throw Faults.deadlinePassed(new TimeoutException("before the statement was sent"));
        }
        var running = new AtomicReference<@Nullable Query>();
        var task = new FutureTask<>(() -> transaction(connection, claims, deadline, select, running));
        Thread.ofVirtual().name("query-" + connection).start(task);
        try {
            return task.get(deadline.remaining(clock).toMillis() + GRACE_MS, MILLISECONDS);
        } catch (InterruptedException e) {
            cancel(running);
            Thread.currentThread().interrupt();
            throw new SuiteException(ErrorCode.CANCELLED, "The question was withdrawn.", e);
        } catch (TimeoutException e) {
            cancel(running);
            throw Faults.deadlinePassed(e);
        } catch (ExecutionException e) {
            throw fault(connection, e.getCause());
        }
    }

    private <R extends Record> Ran<R> transaction(
            String connection,
            RowClaims claims,
            Deadline deadline,
            Select<R> select,
            AtomicReference<@Nullable Query> running)
            throws SQLException {
        try (var jdbc = connections.borrow(connection)) {
            var sql = DSL.using(jdbc, SQLDialect.POSTGRES, RENDERING);
            try {
                begin(sql, claims, deadline);
                select.attach(sql.configuration());
                running.set(select);
                select.fetchSize(FETCH_SIZE);
                return new Ran<>(select.fetch(), sql.renderInlined(select));
            } finally {
                running.set(null);
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

    private static void cancel(AtomicReference<@Nullable Query> running) {
        @Nullable Query query = running.get();
        if (query != null) {
            query.cancel();
        }
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
