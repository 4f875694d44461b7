package io.asktrail.querying;

import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.agent.DataAgent.RowsRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.result.RowLine;
import io.asktrail.querying.session.Ask;
import io.asktrail.querying.session.Judged;
import io.asktrail.querying.session.ReadOnlySession;
import io.asktrail.querying.session.RowClaims;
import io.asktrail.querying.statement.BuiltStatement;
import io.asktrail.querying.statement.ResolvedFetch;
import io.asktrail.querying.statement.SingleRowColumn;
import io.asktrail.querying.statement.StatementBuilder;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.ExportRights;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows as a stream: each is on its way as soon as the database gave it, and none is kept. The statement passes the same
 * guard and runs under the same claims as that of an answer; only its limit is another.
 */
final class RowStreams {
    private static final Logger log = LoggerFactory.getLogger(RowStreams.class);
    private static final int UNDER_WAY = 256 * 1024;

    private final FetchResolver resolver;
    private final ReadOnlySession session;
    private final SchemaGuard guard;
    private final FreshnessReader freshness;
    private final Clock clock;

    RowStreams(
            FetchResolver resolver,
            ReadOnlySession session,
            SchemaGuard guard,
            FreshnessReader freshness,
            Clock clock) {
        this.resolver = resolver;
        this.session = session;
        this.guard = guard;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** What may be said before the first row is said by an exception. */
    InputStream open(Registry registry, CallContext call, RowsRequest request) {
        var fetch = request.single()
                ? resolver.resolveSingle(registry, call.caller(), request.tool(), request.inputs())
                : resolver.resolve(
                        registry,
                        call.caller(),
                        new FetchRequest(new StepId("rows"), request.tool(), request.inputs()));
        var engine = session.engine(fetch.fact().connection());
        var builder = new StatementBuilder(fetch, engine, fetch.tool().quotas().exportRows());
        var statement = request.single()
                ? builder.singleRows(SingleRowColumn.of(fetch, ExportRights.of(call.caller(), registry)))
                : builder.build();
        var judged = guard.judge(statement.select(), Demands.ofExport(fetch, statement.tables()), statement.inParts());
        var rows = new PipedInputStream(UNDER_WAY);
        var out = connected(rows);
        Thread.ofVirtual().name("rows-" + request.tool()).start(() -> send(call, fetch, statement, judged, out));
        return rows;
    }

    private static PipedOutputStream connected(PipedInputStream rows) {
        try {
            return new PipedOutputStream(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(
            CallContext call, ResolvedFetch fetch, BuiltStatement statement, Judged judged, PipedOutputStream out) {
        try (var lines = new RowLines(out, statement, Places.of(fetch, statement.columns()))) {
            try {
                lines.write(new RowLine.Head(statement.columns(), clock.instant()));
                var shown = session.read(
                        fetch.fact().connection(),
                        call.deadline(),
                        List.of(new Ask(RowClaims.of(fetch.access()), judged, lines::row)),
                        () -> session.engine(fetch.fact().connection())
                                .statements()
                                .renderInlined(statement.select()));
                lines.write(end(call, fetch, lines, shown));
            } catch (SuiteException failure) {
                lines.write(new RowLine.Failed(failure.code(), failure.forCaller()));
            } catch (RowLines.NobodyReads gone) {
                throw gone;
            } catch (RuntimeException unforeseen) {
                log.atError().setCause(unforeseen).log("a stream of rows failed");
                lines.write(new RowLine.Failed(ErrorCode.BROKEN_INVARIANT, "The source failed while it gave rows."));
            }
        } catch (RowLines.NobodyReads gone) {
            log.atDebug().setCause(gone).log("a stream of rows was left");
        }
    }

    private RowLine.End end(CallContext call, ResolvedFetch fetch, RowLines lines, String shown) {
        var held = freshness.of(fetch, today(fetch.registry()), call.deadline());
        var notes = new java.util.ArrayList<>(UsageNotes.of(fetch));
        notes.addAll(held.notes());
        return new RowLine.End(
                lines.rows(), lines.truncated(), shown, held.freshness().orElse(null), notes);
    }

    private LocalDate today(Registry registry) {
        return LocalDate.ofInstant(
                clock.instant(), registry.calendar().definition().tz());
    }
}
