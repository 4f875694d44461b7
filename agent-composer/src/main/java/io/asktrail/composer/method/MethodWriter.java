package io.asktrail.composer.method;

import io.asktrail.composer.number.Days;
import io.asktrail.composer.number.FigureFormat;
import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.words.Words;
import io.asktrail.contracts.agent.ComposerAgent.ComposeRequest;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.formula.Formula;
import io.asktrail.registry.metric.Derivation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One paragraph that says how the numbers came about, in an order a finance person would ask in. */
public final class MethodWriter {
    private final Registry registry;
    private final Words words;
    private final Labels labels;
    private final Days days;
    private final TaskSpec task;
    private final Account account;
    private final List<String> sentences = new ArrayList<>();

    public MethodWriter(Registry registry, ComposeRequest request, Words words) {
        this.registry = registry;
        this.words = words;
        this.labels = new Labels(registry, words);
        this.days = Days.in(words);
        this.task = request.task();
        this.account = new Account(request, registry);
    }

    public String write() {
        sources();
        period();
        conditions();
        joins();
        formulas();
        percentiles();
        var notes = new NoteWords(labels);
        // Two capabilities may have to say the same.
        account.notes(Note.Kind.METHOD).map(notes::of).distinct().forEach(sentences::add);
        provisional();
        sentences.add(words.of("method.exact"));
        return sentences.stream().map(MethodWriter::sentence).collect(Collectors.joining(" "));
    }

    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("।") ? text : text + ".";
    }

    private void sources() {
        var sources = new LinkedHashMap<String, LinkedHashSet<String>>();
        for (var read : account.reads()) {
            var freshness = read.rows().freshness();
            var source = freshness == null
                    ? words.of("method.step", "id", read.id().value())
                    : labels.source(freshness.source());
            read.inputs()
                    .metrics()
                    .forEach(metric -> sources.computeIfAbsent(source, _ -> new LinkedHashSet<>())
                            .add(Labels.inSentence(labels.of(metric))));
        }
        if (!sources.isEmpty()) {
            var each = sources.entrySet().stream()
                    .map(entry -> words.of(
                            "method.source",
                            "source",
                            entry.getKey(),
                            "metrics",
                            labels.all(List.copyOf(entry.getValue()))))
                    .collect(Collectors.joining("; "));
            sentences.add(words.of("method.sources", "sources", each));
        }
    }

    private void period() {
        var time = task.time();
        if (time == null) {
            return;
        }
        var compare = task.compare();
        var against =
                compare == null ? "" : words.of("method.against", "days", days.from(compare.start(), compare.end()));
        sentences.add(words.of(
                "method.days",
                "days",
                days.from(time.start(), time.end()),
                "against",
                against,
                "zone",
                time.tz().toString()));
    }

    private void conditions() {
        var parts = new ArrayList<String>();
        entities(task.entities()).forEach(parts::add);
        task.filters().stream().map(this::filter).forEach(parts::add);
        if (!parts.isEmpty()) {
            sentences.add(words.of("method.filters", "filters", String.join("; ", parts)));
        }
        for (var scope : task.scopes()) {
            var metrics = scope.metrics().stream().map(labels::of).toList();
            sentences.add(words.of(
                    "method.scope",
                    "metrics",
                    labels.all(metrics),
                    "filters",
                    String.join("; ", entities(scope.entities()))));
        }
    }

    private List<String> entities(Entities entities) {
        return entities.kept().entrySet().stream()
                .map(entry -> words.of(
                        "method.is",
                        "name",
                        Labels.inSentence(labels.of(entry.getKey())),
                        "values",
                        labels.any(entry.getValue())))
                .toList();
    }

    private String filter(Filter filter) {
        var name = Labels.inSentence(labels.of(filter.field()));
        if (filter.op() == Operator.IS_NULL) {
            return words.of("method.empty", "name", name);
        }
        var value = Objects.requireNonNull(filter.value());
        var unit = registry.isMetric(filter.field())
                ? registry.metric(filter.field().asMetric()).unit().text()
                : null;
        var written = value instanceof FilterValue.Numeric(var number)
                ? FigureFormat.exact(number, unit)
                : String.join(", ", value.texts());
        return words.of(key(filter.op()), "name", name, "sign", filter.op().symbol(), "value", written);
    }

    private static String key(Operator op) {
        return switch (op) {
            case IN -> "method.filter.in";
            case NOT_IN -> "method.filter.notin";
            case CONTAINS -> "method.filter.contains";
            case IS_NULL -> "method.empty";
            case EQ, NE, LT, LE, GT, GE -> "method.filter";
        };
    }

    private void joins() {
        var keys = new LinkedHashSet<String>();
        account.inputs().forEach(inputs -> {
            if (inputs instanceof StepInputs.Aggregate aggregate && aggregate.right() != null) {
                var names = aggregate.joinKeys().stream()
                        .map(key -> Labels.inSentence(labels.of(key)))
                        .toList();
                keys.add(
                        names.isEmpty()
                                ? words.of("method.joined.wholes")
                                : words.of("method.joined.keys", "keys", labels.all(names)));
            }
        });
        keys.forEach(key -> sentences.add(words.of("method.joined", "keys", key)));
    }

    // What the plan worked out, as it did; then the registry's meaning of what the plan left to the sources.
    private void formulas() {
        var formulas = new LinkedHashMap<MetricId, Formula>();
        account.inputs().forEach(inputs -> {
            if (inputs instanceof StepInputs.Aggregate aggregate) {
                aggregate.formulas().forEach(text -> {
                    var equals = text.indexOf('=');
                    formulas.putIfAbsent(
                            new MetricId(text.substring(0, equals).strip()), Formula.parse(text.substring(equals + 1)));
                });
            }
        });
        task.metrics().forEach(metric -> define(metric, formulas));
        if (!formulas.isEmpty()) {
            var each = formulas.entrySet().stream().map(this::formula).collect(Collectors.joining("; "));
            sentences.add(words.of("method.formulas", "formulas", each));
        }
    }

    // One thing may have lines in several groups, and lines that a filter leaves out.
    private void percentiles() {
        var told = account.reads().stream()
                .flatMap(read -> read.inputs().metrics().stream())
                .distinct()
                .flatMap(metric -> registry.findMetric(metric).stream())
                .flatMap(metric -> PercentileWords.of(metric, labels).stream())
                .toList();
        sentences.addAll(told);
        if (!told.isEmpty()) {
            sentences.add(words.of("percentile.scope"));
        }
    }

    private void define(MetricId metric, Map<MetricId, Formula> formulas) {
        var formula = registry.findMetric(metric).map(definition -> definition.derivation()).stream()
                .flatMap(derivation -> switch (derivation) {
                    case Derivation.Ratio(var ratio) -> java.util.stream.Stream.of(ratio);
                    case Derivation.Derived(var derived) -> java.util.stream.Stream.of(derived);
                    case Derivation.Measured _, Derivation.FirstAvailable _ -> java.util.stream.Stream.empty();
                })
                .findFirst();
        if (formula.isPresent() && formulas.putIfAbsent(metric, formula.get()) == null) {
            formula.get().references().forEach(input -> define(input, formulas));
        }
    }

    private String formula(Map.Entry<MetricId, Formula> entry) {
        return "%s = %s".formatted(labels.of(entry.getKey()), labels.of(entry.getValue()));
    }

    private void provisional() {
        account.reads().stream()
                .map(read -> read.rows().freshness())
                .filter(Objects::nonNull)
                .filter(freshness -> freshness.provisionalFrom() != null)
                .distinct()
                .forEach(this::provisional);
    }

    private void provisional(Freshness freshness) {
        var day = days.written(Objects.requireNonNull(freshness.provisionalFrom()));
        sentences.add(words.of("method.restated", "source", labels.source(freshness.source()), "day", day));
    }
}
