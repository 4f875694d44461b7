package io.asktrail.composer.help;

import io.asktrail.composer.number.Days;
import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.words.Words;
import io.asktrail.contracts.agent.ComposerAgent.HelpRequest;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Help;
import io.asktrail.registry.Registry;
import io.asktrail.registry.Unit;
import io.asktrail.registry.policy.Access;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers to questions about Asktrail itself, from the registry as far as the caller may see it. */
public final class HelpWriter {
    private final Registry registry;
    private final Access access;
    private final HelpRequest request;
    private final Words words;
    private final Labels labels;

    public HelpWriter(Registry registry, Access access, HelpRequest request, Words words) {
        this.registry = registry;
        this.access = access;
        this.request = request;
        this.words = words;
        this.labels = new Labels(registry, words);
    }

    public Draft write() {
        var help = Objects.requireNonNullElse(request.task().help(), new Help(Help.Topic.CATALOGUE, null));
        return switch (help.topic()) {
            case METRIC -> draft(metrics(help), null);
            case DIMENSION -> draft(dimension(help.id()), null);
            case CATALOGUE -> draft(catalogue(), catalogueTable());
            case FRESHNESS -> draft(freshness(), freshnessTable());
            case CALENDAR -> draft(new CalendarWords(registry.calendar().definition(), words).write(), null);
            case EXAMPLES -> draft(new Examples(registry, access, labels).write(), null);
        };
    }

    private Draft draft(String text, @Nullable Table table) {
        return new Draft(text, List.of(), table, null, words.of("help.method"), List.of(), List.of());
    }

    // "the difference between ROAS and MER": each by itself, one behind the other
    private String metrics(Help help) {
        var several = request.task().metrics();
        return several.isEmpty()
                ? metric(help.id())
                : several.stream().map(FieldId::of).map(this::metric).collect(Collectors.joining(" "));
    }

    private String metric(@Nullable FieldId id) {
        return known(id, field -> access.metrics().contains(field.asMetric()))
                ? new MetricWords(registry, labels)
                        .write(registry.metric(Objects.requireNonNull(id).asMetric()))
                : unknown("metric", id);
    }

    private String dimension(@Nullable FieldId id) {
        return known(id, field -> access.dimensions().contains(field.asDimension()))
                ? new DimensionWords(registry, labels)
                        .write(registry.dimension(Objects.requireNonNull(id).asDimension()))
                : unknown("dimension", id);
    }

    private static boolean known(@Nullable FieldId id, Predicate<FieldId> visible) {
        return id != null && visible.test(id);
    }

    // What may not be seen is not told apart from what is not there.
    private String unknown(String kind, @Nullable FieldId id) {
        return id == null ? words.of("help.which." + kind) : words.of("help.unknown." + kind, "id", id.value());
    }

    private String catalogue() {
        var metrics = access.metrics().stream().sorted().map(labels::of).toList();
        var dimensions = access.dimensions().stream().sorted().map(labels::of).toList();
        return words.of("help.catalogue", "metrics", labels.all(metrics), "dimensions", labels.all(dimensions));
    }

    private Table catalogueTable() {
        var rows = new ArrayList<List<@Nullable Object>>();
        var language = words.language().tag();
        access.metrics().stream()
                .sorted()
                .map(registry::metric)
                .forEach(metric -> rows.add(Arrays.asList(
                        metric.id().value(),
                        labels.of(metric.id()),
                        words.of("help.kind.metric"),
                        unit(metric.unit()),
                        metric.description(language))));
        access.dimensions().stream()
                .sorted()
                .map(registry::dimension)
                .forEach(dimension -> rows.add(Arrays.asList(
                        dimension.id().value(),
                        labels.of(dimension.id()),
                        words.of("help.kind.dimension"),
                        null,
                        dimension.description(language))));
        return new Table(List.of(text("id"), text("name"), text("kind"), text("unit"), text("meaning")), rows);
    }

    private @Nullable String unit(Unit unit) {
        var key = "help.unit.name." + unit.text();
        return words.has(key) ? words.of(key) : unit.text();
    }

    private String freshness() {
        return request.freshness().isEmpty()
                ? words.of("help.fresh.unknown")
                : request.freshness().stream().map(this::freshness).collect(Collectors.joining(" "));
    }

    private String freshness(Freshness source) {
        var from = source.coveredFrom();
        var to = source.coveredTo();
        if (from == null || to == null) {
            return words.of("help.fresh.empty", "source", labels.source(source.source()));
        }
        var days = Days.in(words);
        var provisional = source.provisionalFrom();
        return words.of(
                "help.fresh.covered",
                "source",
                labels.source(source.source()),
                "days",
                days.from(from, to),
                "provisional",
                provisional == null ? "" : words.of("help.fresh.provisional", "day", days.written(provisional)));
    }

    private @Nullable Table freshnessTable() {
        var rows = new ArrayList<List<@Nullable Object>>();
        request.freshness()
                .forEach(source -> rows.add(Arrays.asList(
                        labels.source(source.source()),
                        source.coveredFrom(),
                        source.coveredTo(),
                        source.provisionalFrom())));
        return rows.isEmpty()
                ? null
                : new Table(
                        List.of(
                                text("source"),
                                date("covered_from", "from"),
                                date("covered_to", "to"),
                                date("provisional_from", "provisional")),
                        rows);
    }

    private Column text(String id) {
        return new Column(id, words.of("help.column." + id), ColumnType.TEXT, null);
    }

    private Column date(String id, String key) {
        return new Column(id, words.of("help.column." + key), ColumnType.DATE, null);
    }
}
