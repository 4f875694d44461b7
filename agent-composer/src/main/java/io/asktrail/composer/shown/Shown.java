package io.asktrail.composer.shown;

import io.asktrail.composer.number.Days;
import io.asktrail.composer.words.Words;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Additivity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The table of an answer, read through the task and the registry.
 *
 * @param othersRow the row of all who have none of their own; empty if there is none
 */
public record Shown(TaskSpec task, Registry registry, Labels labels, Table table, OptionalInt othersRow) {
    public static final String PREVIOUS = ".previous";
    public static final String CHANGE = ".change";
    public static final String CHANGE_PCT = ".change_pct";
    public static final String SHARE = ".share";
    public static final String COUNT = "count";
    public static final String FORECAST = ".forecast";
    public static final String LOW = ".low";
    public static final String HIGH = ".high";

    /** In English. */
    public static Shown of(TaskSpec task, Registry registry, Table table) {
        return of(task, registry, table, Words.in(Language.ENGLISH));
    }

    /** Without the columns that only serve joins. */
    public static Shown of(TaskSpec task, Registry registry, Table table, Words words) {
        var shown = IntStream.range(0, table.columns().size())
                .filter(i -> !table.columns().get(i).id().endsWith(".id"))
                .toArray();
        var labels = new Labels(registry, words);
        var heads = new Heads(labels, task);
        var columns = new ArrayList<Column>();
        for (var i : shown) {
            columns.add(heads.of(table.columns().get(i)));
        }
        var rows = table.rows().stream().map(row -> pick(row, shown)).toList();
        var totals = table.totals() == null ? null : pick(table.totals(), shown);
        var kept = new Table(columns, rows, totals);
        var others = new Others(task, words);
        var row = others.row(kept);
        return new Shown(task, registry, labels, others.named(kept, row), row);
    }

    private static List<@Nullable Object> pick(List<@Nullable Object> row, int[] kept) {
        var cells = new ArrayList<@Nullable Object>(kept.length);
        for (var i : kept) {
            cells.add(row.get(i));
        }
        return cells;
    }

    /** The metrics that were asked for and are there, in the order of the question; a count of members counts. */
    public List<MetricId> metrics() {
        if (has(COUNT)) {
            return List.of(new MetricId(COUNT));
        }
        return task.metrics().stream().filter(metric -> has(metric.value())).toList();
    }

    /** What the rows are split by, the date among them. */
    public List<String> dimensions() {
        return table.columns().stream()
                .map(Column::id)
                .filter(id -> id.indexOf('.') < 0 && isDimension(id))
                .toList();
    }

    /** What the rows are split by beside the date. */
    public List<String> categories() {
        return dimensions().stream().filter(id -> !isDate(id)).toList();
    }

    private boolean isDimension(String id) {
        return registry.findDimension(new DimensionId(id)).isPresent()
                || column(id).type() != ColumnType.NUMBER;
    }

    private static boolean isDate(String id) {
        return TaskSpec.DATE.value().equals(id);
    }

    public boolean has(String columnId) {
        return table.indexOf(columnId).isPresent();
    }

    public Column column(String columnId) {
        return table.columns().get(table.indexOf(columnId).orElseThrow());
    }

    public @Nullable String unit(String columnId) {
        return column(columnId).unit();
    }

    /** What the column of a metric is called in this answer. */
    public String label(MetricId metric) {
        if (!has(metric.value())) {
            return labels.of(metric);
        }
        // A column whose name says more than the registry, such as its basis, keeps it in every language.
        var label = column(metric.value()).label();
        return registry.findMetric(metric)
                .filter(definition -> definition.names().english().equals(label))
                .map(_ -> labels.of(metric))
                .orElse(label);
    }

    public Words words() {
        return labels.words();
    }

    public Days days() {
        return Days.in(words());
    }

    public @Nullable BigDecimal number(int row, String columnId) {
        return has(columnId) ? table.number(row, table.indexOf(columnId).orElseThrow()) : null;
    }

    public @Nullable BigDecimal total(String columnId) {
        var totals = table.totals();
        return totals == null || !has(columnId)
                ? null
                : (BigDecimal) totals.get(table.indexOf(columnId).orElseThrow());
    }

    public boolean isSeries() {
        return has(TaskSpec.DATE.value());
    }

    public boolean isCompared() {
        return task.compare() != null && metrics().stream().anyMatch(metric -> has(metric.value() + PREVIOUS));
    }

    /** Days that were, and days ahead with what they are likely to bring. */
    public boolean isForecast() {
        return isSeries() && metrics().stream().anyMatch(metric -> has(metric.value() + FORECAST));
    }

    /** Nothing to tell: no rows, or one row without a number. */
    public boolean isEmpty() {
        return IntStream.range(0, table.size())
                .allMatch(row -> metrics().stream()
                        .allMatch(metric ->
                                number(row, metric.value()) == null && number(row, metric.value() + PREVIOUS) == null));
    }

    public boolean isAdditive(MetricId metric) {
        return registry.findMetric(metric)
                .map(definition -> definition.additivity() == Additivity.ADDITIVE)
                .orElse(false);
    }

    public Grain grain() {
        var time = task.time();
        return time == null ? Grain.DAY : Objects.requireNonNullElse(time.grain(), Grain.DAY);
    }

    public @Nullable LocalDate date(int row) {
        return (LocalDate)
                table.rows().get(row).get(table.indexOf(TaskSpec.DATE.value()).orElseThrow());
    }

    /** Whether a row is that of all who have none of their own. */
    public boolean isOthers(int row) {
        return othersRow.equals(OptionalInt.of(row));
    }

    /** Whom a row is about, beside its date: {@code Kurta Blue (KU-12)}, {@code Delhi, SB}; empty if about nobody. */
    public String member(int row) {
        return String.join(
                ", ", categories().stream().map(id -> valueOf(row, id)).toList());
    }

    /** The words of a cell; empty if it is. */
    public String text(int row, String column) {
        return Objects.toString(table.rows().get(row).get(table.indexOf(column).orElseThrow()), "");
    }

    /** What a cell of findings says, which holds a code or an id. */
    public String found(int row, String column) {
        return new FoundCells(labels, table).of(row, column);
    }

    /** Findings as they are shown: in words. */
    public Table worded() {
        return new FoundCells(labels, table).worded();
    }

    /** Whom a row is about by one dimension. */
    public String valueOf(int row, String dimension) {
        var value = table.rows().get(row).get(table.indexOf(dimension).orElseThrow());
        var title = table.indexOf(dimension + ".name").stream()
                .mapToObj(at -> table.rows().get(row).get(at))
                .filter(Objects::nonNull)
                .findFirst();
        if (value == null) {
            return words().of("member.none", "dimension", Labels.inSentence(labels.of(new DimensionId(dimension))));
        }
        return title.map(name -> "%s (%s)".formatted(name, value)).orElse(value.toString());
    }

    /** The row with the largest number; rows without one do not compete. */
    public Optional<Integer> highest(String columnId) {
        return rowsWith(columnId).max(byNumber(columnId));
    }

    public Optional<Integer> lowest(String columnId) {
        return rowsWith(columnId).min(byNumber(columnId));
    }

    private java.util.stream.Stream<Integer> rowsWith(String columnId) {
        return IntStream.range(0, table.size()).boxed().filter(row -> number(row, columnId) != null);
    }

    // Of equal numbers the first row wins, as the table shows it.
    private Comparator<Integer> byNumber(String columnId) {
        return Comparator.comparing(row -> Objects.requireNonNull(number(row, columnId)));
    }
}
