package io.asktrail.querying;

import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.NoteValue;
import io.asktrail.contracts.result.SchemaDrift;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.querying.session.Ask;
import io.asktrail.querying.session.Connections;
import io.asktrail.querying.session.ReadOnlySession;
import io.asktrail.querying.session.RowClaims;
import io.asktrail.querying.statement.ResolvedFetch;
import io.asktrail.querying.statement.RowPredicates;
import io.asktrail.querying.statement.StatementBuilder;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.Registry;
import io.asktrail.registry.template.TemplateCall;
import io.asktrail.registry.tool.Capability;
import io.asktrail.registry.tool.ToolDefinition;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A data agent over tables that the schema registry describes: everything but the choice of tools. */
public final class TableReader implements DataAgent {
    private final ServedTools served;
    private final CurrentRegistry registry;
    private final SchemaGuard guard = new SchemaGuard();
    private final Clock clock;
    private final ReadOnlySession session;
    private final FetchResolver resolver;
    private final FreshnessReader freshness;
    private final DriftReader drift;
    private final DriftedFetch drifted;
    private final RowStreams streams;

    TableReader(ServedTools served, CurrentRegistry registry, Connections connections, Clock clock) {
        this.served = served;
        this.registry = registry;
        this.clock = clock;
        this.session = new ReadOnlySession(connections, clock);
        this.resolver = new FetchResolver(served);
        this.freshness = new FreshnessReader(session, guard, clock);
        this.drift = new DriftReader(connections, clock);
        this.drifted = new DriftedFetch(resolver, drift);
        this.streams = new RowStreams(resolver, session, guard, freshness, clock);
    }

    /**
     * Refuses a registry whose tools of this agent could never be called.
     */
    public static TableReader open(ServedTools served, CurrentRegistry registry, Connections connections, Clock clock) {
        served.check(registry.get());
        served.checkRowPolicies(registry.get(), connections);
        return new TableReader(served, registry, connections, clock);
    }

    @Override
    public StepResult fetch(CallContext call, FetchRequest request) {
        try {
            return rows(call, request);
        } catch (SuiteException failure) {
            return lost(call, request, failure);
        }
    }

    // One column that is gone costs its metrics, not the others of the same question.
    private StepResult lost(CallContext call, FetchRequest request, SuiteException failure) {
        try {
            return drifted.withoutWhatIsGone(registry.get(), call.caller(), request, failure, left -> rows(call, left))
                    .orElseGet(() -> new StepResult.Missing(failure.code(), failure.forCaller()));
        } catch (SuiteException again) {
            return new StepResult.Missing(again.code(), again.forCaller());
        }
    }

    /**
     * Runs a template as the fetch that it comes to, with everything that holds of one; what cannot be had is
     * {@link StepResult.Missing}.
     *
     * @param tool the capability that runs templates
     */
    public StepResult template(CallContext call, StepId step, ToolRef tool, StepInputs.Template inputs) {
        try {
            var current = registry.get();
            served.tool(current, tool);
            if (!current.capability(tool).runsTemplates()) {
                throw new SuiteException(ErrorCode.UNKNOWN_TOOL, "The tool '%s' runs no templates.".formatted(tool));
            }
            var set = TemplateCall.of(current, inputs);
            return fetch(call, new FetchRequest(step, set.tool(), set.inputs()));
        } catch (SuiteException failure) {
            return new StepResult.Missing(failure.code(), failure.forCaller());
        }
    }

    private StepResult rows(CallContext call, FetchRequest request) {
        var started = clock.instant();
        var fetch = resolver.resolve(registry.get(), call.caller(), request);
        var engine = session.engine(fetch.fact().connection());
        var statement = new StatementBuilder(fetch, engine).build();
        var judged = guard.judge(statement.select(), Demands.ofRows(fetch, statement.tables()), statement.inParts());
        // Before the rows: days that are loaded in between are read and not told of, instead of told of and not read.
        var held = freshness.of(fetch, today(fetch.registry()), call.deadline());
        var shaper = new TableShaper(fetch, statement);
        var leftOut = LeftOut.of(fetch, engine, guard);
        var asks = new ArrayList<>(List.of(new Ask(RowClaims.of(fetch.access()), judged, shaper::take)));
        asks.addAll(leftOut.asks());
        var shown = session.read(
                fetch.fact().connection(),
                call.deadline(),
                asks,
                () -> engine.statements().renderInlined(statement.select()));
        var table = shaper.table();
        return new StepResult.Rows(
                table,
                table.size(),
                shaper.truncated(),
                held.freshness().orElse(null),
                notes(fetch, held, shaper.overNoRows(), leftOut),
                shown,
                judged.verdicts(),
                Duration.between(started, clock.instant()).toMillis());
    }

    @Override
    public InputStream rows(CallContext call, RowsRequest request) {
        return streams.open(registry.get(), call, request);
    }

    private List<Note> notes(ResolvedFetch fetch, Holdings.Held held, boolean overNoRows, LeftOut leftOut) {
        var notes = new ArrayList<>(UsageNotes.of(fetch));
        notes.addAll(held.notes());
        if (!fetch.tool().rls()
                && fetch.fact().rowFilters().stream().anyMatch(filter -> RowPredicates.isClosed(fetch, filter))) {
            notes.add(Note.method(
                            "rows_narrowed_by_statement",
                            "%s closes no rows itself: the statement alone narrows them to what you may see."
                                    .formatted(fetch.fact().title()))
                    .about(Map.of("source", new NoteValue.Name(fetch.fact().title()))));
        }
        if (overNoRows) {
            var range = fetch.inputs().dateRange();
            notes.add(Note.caveat(
                            "no_rows",
                            "%s has no rows for this from %s to %s: totals are 0."
                                    .formatted(fetch.fact().title(), range.start(), range.end()))
                    .about(Map.of(
                            "source", new NoteValue.Name(fetch.fact().title()),
                            "days", new NoteValue.Days(range.start(), range.end()))));
        }
        notes.addAll(leftOut.notes());
        return notes;
    }

    @Override
    public ValueFeed values(CallContext call, ValueRequest request) {
        return new ValueReader(served, session, guard, freshness, clock).values(registry.get(), call, request);
    }

    @Override
    public List<Freshness> freshness(CallContext call) {
        var current = registry.get();
        return served.in(current)
                .flatMap(tool -> tool.capabilities().stream())
                .map(Capability::table)
                .filter(Objects::nonNull)
                .distinct()
                .map(current::table)
                .map(table -> freshness.of(table, today(current), call.deadline()))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<SchemaDrift> drift(CallContext call) {
        var current = registry.get();
        return served.in(current)
                .map(ToolDefinition::connectionRef)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(connection -> drift.lookNow(current, connection).stream())
                .toList();
    }

    private LocalDate today(Registry current) {
        return LocalDate.ofInstant(
                clock.instant(), current.calendar().definition().tz());
    }
}
