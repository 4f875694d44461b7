package io.asktrail.composer.help;

import io.asktrail.composer.number.Days;
import io.asktrail.composer.shown.Labels;
import io.asktrail.contracts.agent.ComposerAgent.HelpRequest;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Help;
import io.asktrail.registry.Registry;
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
    private final Labels labels;

    public HelpWriter(Registry registry, Access access, HelpRequest request) {
        this.registry = registry;
        this.access = access;
        this.request = request;
        this.labels = new Labels(registry);
    }

    public Draft write() {
        var help = Objects.requireNonNullElse(request.task().help(), new Help(Help.Topic.CATALOGUE, null));
        return switch (help.topic()) {
            case METRIC -> draft(metrics(help), null);
            case DIMENSION -> draft(dimension(help.id()), null);
            case CATALOGUE -> draft(catalogue(), catalogueTable());
            case FRESHNESS -> draft(freshness(), freshnessTable());
            case CALENDAR -> draft(new CalendarWords(registry.calendar().definition()).write(), null);
            case EXAMPLES -> draft(new Examples(registry, access).write(), null);
        };
    }

    private static Draft draft(String text, @Nullable Table table) {
        return new Draft(
                text, List.of(), table, null, "From the registry of metrics and dimensions.", List.of(), List.of());
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
    private static String unknown(String kind, @Nullable FieldId id) {
        return id == null
                ? "Which %s? Ask \"what can I ask\" for the list.".formatted(kind)
                : "There is no %s called %s that you can use. Ask \"what can I ask\" for the list.".formatted(kind, id);
    }

    private String catalogue() {
        var metrics = access.metrics().stream().sorted().map(labels::of).toList();
        var dimensions = access.dimensions().stream().sorted().map(labels::of).toList();
        return "You can ask for %s; split or narrowed by %s. The table says what each one means."
                .formatted(Labels.list(metrics), Labels.list(dimensions));
    }

    private Table catalogueTable() {
        var rows = new ArrayList<List<@Nullable Object>>();
        access.metrics().stream()
                .sorted()
                .map(registry::metric)
                .forEach(metric -> rows.add(Arrays.asList(
                        metric.id().value(),
                        metric.names().english(),
                        "metric",
                        metric.unit().text(),
                        metric.description())));
        access.dimensions().stream()
                .sorted()
                .map(registry::dimension)
                .forEach(dimension -> rows.add(Arrays.asList(
                        dimension.id().value(),
                        dimension.names().english(),
                        "dimension",
                        null,
                        dimension.description())));
        return new Table(
                List.of(
                        text("id", "Id"),
                        text("name", "Name"),
                        text("kind", "Kind"),
                        text("unit", "Unit"),
                        text("meaning", "Meaning")),
                rows);
    }

    private String freshness() {
        if (request.freshness().isEmpty()) {
            return "No source has said how fresh it is.";
        }
        return String.join(
                " ", request.freshness().stream().map(HelpWriter::freshness).toList());
    }

    private static String freshness(Freshness source) {
        var from = source.coveredFrom();
        var to = source.coveredTo();
        if (from == null || to == null) {
            return source.source() + " holds no data.";
        }
        var provisional = source.provisionalFrom();
        return "%s covers %s%s."
                .formatted(
                        source.source(),
                        Days.period(from, to),
                        provisional == null
                                ? ""
                                : "; days from %s on may still change".formatted(Days.day(provisional)));
    }

    private @Nullable Table freshnessTable() {
        var rows = new ArrayList<List<@Nullable Object>>();
        request.freshness()
                .forEach(source -> rows.add(Arrays.asList(
                        source.source(), source.coveredFrom(), source.coveredTo(), source.provisionalFrom())));
        return rows.isEmpty()
                ? null
                : new Table(
                        List.of(
                                text("source", "Source"),
                                new Column("covered_from", "From", ColumnType.DATE, null),
                                new Column("covered_to", "To", ColumnType.DATE, null),
                                new Column("provisional_from", "Provisional from", ColumnType.DATE, null)),
                        rows);
    }

    private static Column text(String id, String label) {
        return new Column(id, label, ColumnType.TEXT, null);
    }
}
