package io.asktrail.composer;

import io.asktrail.contracts.agent.ComposerAgent.ComposeRequest;
import io.asktrail.contracts.agent.ComposerAgent.ExplainRequest;
import io.asktrail.contracts.agent.ComposerAgent.HelpRequest;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Help;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run that has ended, written down part by part, over the demo's registry. */
final class Run {
    static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));
    static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    static final Freshness ADS = new Freshness(
            "Amazon Ads, by campaign", LocalDate.parse("2023-11-01"), LocalDate.parse("2025-11-20"), null, null);

    static final Comparison SEPTEMBER = new Comparison(
            Comparison.Kind.PREVIOUS_PERIOD, LocalDate.parse("2025-09-01"), LocalDate.parse("2025-09-30"));

    /** Why ad spend changed from September to October. */
    static final TaskSpec CHANGE = new TaskSpec.Builder(
                    Intent.DIAGNOSTICS, List.of(new MetricId("spend")), october(null))
            .compare(SEPTEMBER)
            .diagnosis(new Diagnosis(Diagnosis.Kind.CHANGE))
            .build();

    private final TaskSpec task;
    private final List<Step> steps = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Map<StepId, StepResult> results = new HashMap<>();

    Run(TaskSpec task) {
        this.task = task;
    }

    static TaskSpec.Builder ask(String... metrics) {
        return TaskSpec.query(Arrays.stream(metrics).map(MetricId::new).toList(), october(null));
    }

    static Period october(@Nullable Grain grain) {
        return new Period(LocalDate.parse("2025-10-01"), LocalDate.parse("2025-10-31"), INDIA, "last_month", grain);
    }

    static DimensionId dimension(String id) {
        return new DimensionId(id);
    }

    Run note(Note note) {
        notes.add(note);
        return this;
    }

    Run read(String id, List<String> metrics, StepResult result) {
        var days = new StepInputs.DateRange(task.period().start(), task.period().end());
        var inputs = new StepInputs.Fetch(
                metrics.stream().map(MetricId::new).toList(),
                task.groupBy(),
                task.period().grain(),
                days,
                INDIA,
                Entities.NONE,
                List.of(),
                List.of(),
                null);
        return step(id, "amazon_ads_api.get_campaign_metrics", inputs, result);
    }

    Run joined(String id, String left, @Nullable String right, List<String> formulas, StepResult result) {
        var inputs = new StepInputs.Aggregate(
                new StepId(left),
                right == null ? null : new StepId(right),
                task.groupBy(),
                formulas,
                task.metrics(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
        return step(id, "compute.aggregate", inputs, result);
    }

    private Run step(String id, String tool, StepInputs inputs, StepResult result) {
        steps.add(new Step(new StepId(id), ToolRef.parse(tool), inputs));
        results.put(new StepId(id), result);
        return this;
    }

    /** A single step gave this table. */
    Run gave(Table table) {
        return read("ads1", task.metrics().stream().map(MetricId::value).toList(), rows(table, ADS));
    }

    Draft draft() {
        return draft(Language.ENGLISH);
    }

    Draft draft(Language language) {
        return new Composer(() -> REGISTRY).compose(by(Role.ADMIN).in(language), request());
    }

    ComposeRequest request() {
        var plan = new Plan(steps, new Plan.Outputs(steps.getLast().id(), true));
        return new ComposeRequest(task, plan, notes, results);
    }

    static CallContext by(Role role) {
        var caller = new Caller("asha", List.of(role), List.of("*"), List.of(), List.of());
        return new CallContext(caller, new Deadline(Instant.now().plusSeconds(60)), "key");
    }

    /** What is said about a change that was shared out like this. */
    static Draft explained(String findings) {
        var looked =
                new Run(CHANGE).gave(table("spend spend.previous\n 120 100")).request();
        var request = new ExplainRequest(CHANGE, looked.plan(), looked.results(), table(findings), List.of());
        return new Composer(() -> REGISTRY).explain(by(Role.ADMIN), request);
    }

    static Draft help(Role role, Help.Topic topic, @Nullable String id, Freshness... freshness) {
        return help(by(role), topic, id, freshness);
    }

    static Draft help(CallContext call, Help.Topic topic, @Nullable String id, Freshness... freshness) {
        var help = new Help(topic, id == null ? null : new FieldId(id));
        var task = new TaskSpec.Builder(Intent.META_HELP, List.of(), null)
                .help(help)
                .build();
        return new Composer(() -> REGISTRY).help(call, new HelpRequest(task, List.of(freshness)));
    }

    static StepResult.Rows rows(Table table, @Nullable Freshness freshness, Note... notes) {
        return new StepResult.Rows(table, table.size(), false, freshness, List.of(notes), null, List.of(), 1);
    }

    /** Header of ids, rows, and a last row after {@code =} for the totals; {@code _} in a word is a blank. */
    static Table table(String text) {
        var lines = text.strip().lines().map(String::strip).toList();
        var columns =
                Arrays.stream(lines.getFirst().split("\\s+")).map(Run::column).toList();
        var rows = new ArrayList<List<@Nullable Object>>();
        @Nullable List<@Nullable Object> totals = null;
        for (var line : lines.subList(1, lines.size())) {
            var isTotal = line.startsWith("= ");
            var cells = cells(columns, (isTotal ? line.substring(2) : line).split("\\s+"));
            if (isTotal) {
                totals = cells;
            } else {
                rows.add(cells);
            }
        }
        return new Table(columns, rows, totals);
    }

    private static List<@Nullable Object> cells(List<Column> columns, String[] words) {
        var cells = new ArrayList<@Nullable Object>();
        for (var i = 0; i < words.length; i++) {
            var word = words[i].replace('_', ' ');
            cells.add(
                    words[i].equals("-")
                            ? null
                            : switch (columns.get(i).type()) {
                                case TEXT -> word;
                                case NUMBER -> new BigDecimal(word);
                                case DATE -> LocalDate.parse(word);
                            });
        }
        return cells;
    }

    private static Column column(String id) {
        var base = id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
        if (id.equals("count")) {
            return new Column(id, "Number of: Campaign", ColumnType.NUMBER, "count");
        }
        var metric = REGISTRY.findMetric(new MetricId(base));
        if (metric.isEmpty()) {
            return new Column(id, id, id.equals("date") ? ColumnType.DATE : ColumnType.TEXT, null);
        }
        var unit = id.endsWith(".change_pct") || id.endsWith(".share")
                ? "percent"
                : metric.get().unit().text();
        return new Column(id, metric.get().names().english(), ColumnType.NUMBER, unit);
    }
}
