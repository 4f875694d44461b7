package io.asktrail.composer;

import io.asktrail.composer.chart.ChartWriter;
import io.asktrail.composer.drawing.Drawer;
import io.asktrail.composer.followup.Followups;
import io.asktrail.composer.help.HelpWriter;
import io.asktrail.composer.method.CaveatCollector;
import io.asktrail.composer.method.MethodWriter;
import io.asktrail.composer.rewording.Rewording;
import io.asktrail.composer.shown.Shown;
import io.asktrail.composer.text.Findings;
import io.asktrail.composer.text.Narrator;
import io.asktrail.composer.text.Phrases;
import io.asktrail.composer.text.Prose;
import io.asktrail.composer.words.Words;
import io.asktrail.contracts.agent.ComposerAgent;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.Registry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The logic of agent-composer, the same in its own process and beside the orchestrator. */
final class Composer implements ComposerAgent {
    private final CurrentRegistry current;
    private final @Nullable Rewording rewording;
    private final Drawer drawer = new Drawer();

    Composer(CurrentRegistry current) {
        this(current, null);
    }

    /** @param rewording null to say it as the rules do */
    Composer(CurrentRegistry current, @Nullable Rewording rewording) {
        this.current = current;
        this.rewording = rewording;
    }

    @Override
    public Draft compose(CallContext call, ComposeRequest request) {
        var registry = counted(request.task());
        var words = Words.in(call.language());
        var shown = table(request).map(table -> Shown.of(request.task(), registry, table, words));
        var caveats = new CaveatCollector(registry, request, words);
        var prose = new Prose();
        shown.ifPresent(rows -> Narrator.tell(prose, rows));
        missing(prose, words, shown.isPresent(), caveats.missingReasons());
        gaps(prose, words, request.results());
        var draft = new Draft(
                prose.text(),
                prose.figures(),
                shown.map(Shown::table).orElse(null),
                shown.flatMap(ChartWriter::draw).orElse(null),
                new MethodWriter(registry, request, words).write(),
                caveats.collect(),
                followups(registry, call, request));
        return rewording == null
                ? draft
                : rewording.of(call, draft, shown.map(Composer::names).orElse(List.of()));
    }

    // Whatever a text about this table may name, so that no other name gets into it.
    private static List<String> names(Shown shown) {
        var names = new LinkedHashSet<String>();
        shown.table().columns().forEach(column -> names.add(column.label()));
        shown.registry()
                .metrics()
                .values()
                .forEach(metric -> names.add(metric.names().english()));
        shown.task().entities().kept().values().forEach(names::addAll);
        shown.table().rows().stream()
                .flatMap(List::stream)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .forEach(names::add);
        return List.copyOf(names);
    }

    @Override
    public Draft explain(CallContext call, ExplainRequest request) {
        var registry = current.get();
        var words = Words.in(call.language());
        var shown = Shown.of(request.task(), registry, request.findings(), words);
        var prose = new Prose();
        var kind = Objects.requireNonNull(request.task().diagnosis(), "only a diagnosis is explained")
                .kind();
        Findings.tell(kind, prose, new Phrases(shown));
        missing(prose, words, true, request.missing());
        gaps(prose, words, request.results());
        var account = new ComposeRequest(request.task(), request.plan(), List.of(), request.results());
        return new Draft(
                prose.text(),
                prose.figures(),
                shown.worded(),
                kind == Diagnosis.Kind.CHANGE ? ChartWriter.drawChange(shown).orElse(null) : null,
                new MethodWriter(registry, account, words).write() + " " + Findings.method(kind, words),
                new CaveatCollector(registry, account, words).collect(),
                followups(registry, call, account));
    }

    @Override
    public Draft help(CallContext call, HelpRequest request) {
        var registry = current.get();
        return new HelpWriter(registry, registry.accessOf(call.caller()), request, Words.in(call.language())).write();
    }

    @Override
    public Drawn draw(CallContext call, DrawRequest request) {
        return drawer.draw(request);
    }

    // A bound on converted amounts is in their currency, too: "spend above 500" of a question in dollars.
    private Registry counted(TaskSpec task) {
        var currency = task.currency();
        return currency == null ? current.get() : current.get().countedIn(currency.to());
    }

    private static List<TaskSpec> followups(Registry registry, CallContext call, ComposeRequest request) {
        return new Followups(registry, registry.accessOf(call.caller()), request.task()).offer();
    }

    private static void missing(Prose prose, Words words, boolean partly, List<String> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        prose.sentence(words.of(partly ? "partial.some" : "partial.none"));
        reasons.forEach(reason -> prose.sentence(reason.endsWith(".") || reason.endsWith("।") ? reason : reason + "."));
    }

    // A number that is short of days or channels says so where it is read, not in the notes alone.
    private static void gaps(Prose prose, Words words, Map<StepId, StepResult> results) {
        var isShort = results.values().stream()
                .anyMatch(result -> result instanceof StepResult.Rows rows
                        && rows.notes().stream().anyMatch(Note::tellsOfAGap));
        if (isShort) {
            prose.sentence(words.of("partial.gap"));
        }
    }

    // The rows that the plan promised, else the latest that hold a number that was asked for.
    private static Optional<Table> table(ComposeRequest request) {
        var promised = rows(request, request.plan().outputs().table());
        if (promised.isPresent()) {
            return promised;
        }
        return request.plan().steps().reversed().stream()
                .map(Step::id)
                .flatMap(step -> rows(request, step).stream())
                .filter(table -> request.task().metrics().stream()
                        .anyMatch(metric -> table.indexOf(metric.value()).isPresent()))
                .findFirst();
    }

    private static Optional<Table> rows(ComposeRequest request, StepId step) {
        return request.results().get(step) instanceof StepResult.Rows rows
                ? Optional.of(rows.table())
                : Optional.empty();
    }
}
