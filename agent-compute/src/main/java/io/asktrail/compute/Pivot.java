package io.asktrail.compute;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Ordering;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One metric by two things at once: rows are what it is split by, columns are the members of one dimension. The metric's
 * own column is the whole of each row and the totals row is the whole of each column, so that what adds up comes to the
 * same both ways, to the last paisa.
 */
final class Pivot {
    /** More columns than this cannot be read; the members that are smallest share the last. */
    static final int MOST_COLUMNS = 12;

    private final Vocabulary vocabulary;
    private final Frame cells;
    private final MetricId metric;
    private final DimensionId across;
    private final Rollup rollup;

    /** @param across whose members become columns; one of the dimensions of the rows */
    Pivot(Vocabulary vocabulary, Frame cells, MetricId metric, DimensionId across) {
        this.vocabulary = vocabulary;
        this.cells = cells;
        this.metric = metric;
        this.across = across;
        this.rollup = new Rollup(vocabulary, cells);
    }

    /** The id of a member's column, e.g. {@code spend.channel=SB}. */
    static String columnId(MetricId metric, DimensionId across, String member) {
        return "%s.%s=%s".formatted(metric, across, member);
    }

    /**
     * @param order by the whole of a row or by what rows are split by
     * @param limit how many rows at most; null for all
     */
    Table table(List<Ordering> order, @Nullable Integer limit) {
        var groups = groups();
        var columns = columns();
        var frame = RowOrder.sort(vocabulary, spread(groups, columns), usable(order));
        if (limit == null || frame.size() <= limit) {
            return frame.toTable(frame.size() == 0 ? null : totals(frame, columns));
        }
        return frame.take(IntStream.range(0, limit).toArray()).toTable(null);
    }

    // Row numbers of the cells that make up one row, in the order they come.
    private Map<List<@Nullable Object>, List<Integer>> groups() {
        var dimensions = down().map(cells::column).toList();
        var groups = new LinkedHashMap<List<@Nullable Object>, List<Integer>>();
        for (var row = 0; row < cells.size(); row++) {
            var key = new ArrayList<@Nullable Object>(dimensions.size());
            for (var dimension : dimensions) {
                key.add(dimension.get(row));
            }
            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    private Stream<String> down() {
        return vocabulary.dimensionColumns(cells).stream()
                .filter(column -> !Vocabulary.baseOf(column).equals(across.value()));
    }

    /** A column of the pivot and the rows of cells that it is made of. */
    private record Spread(Column column, Set<Integer> of) {}

    // The largest first. Members that share a name but not an id share a column: nobody could tell two apart.
    private List<Spread> columns() {
        var members = new TreeMap<String, List<Integer>>();
        var names = cells.column(across.value());
        for (var row = 0; row < cells.size(); row++) {
            members.computeIfAbsent(Objects.toString(names.get(row), Calculation.NOBODY), _ -> new ArrayList<>())
                    .add(row);
        }
        var sorted = members.entrySet().stream()
                .sorted(Comparator.comparing(
                        entry -> Objects.requireNonNullElse(whole(entry.getValue()), BigDecimal.ZERO),
                        Comparator.reverseOrder()))
                .toList();
        var own = sorted.size() > MOST_COLUMNS ? MOST_COLUMNS - 1 : sorted.size();
        var columns = new ArrayList<Spread>();
        sorted.subList(0, own)
                .forEach(entry -> columns.add(new Spread(column(entry.getKey()), new HashSet<>(entry.getValue()))));
        if (own < sorted.size()) {
            var rest = sorted.subList(own, sorted.size());
            columns.add(new Spread(
                    column(Calculation.others(rest.size())),
                    rest.stream().flatMap(entry -> entry.getValue().stream()).collect(Collectors.toSet())));
        }
        return columns;
    }

    private Column column(String member) {
        var whole = vocabulary.column(metric);
        return new Column(
                columnId(metric, across, member),
                "%s, %s".formatted(whole.label(), member),
                ColumnType.NUMBER,
                whole.unit());
    }

    private Frame spread(Map<List<@Nullable Object>, List<Integer>> groups, List<Spread> columns) {
        var frame = new Frame(List.of(), List.of(), groups.size());
        for (var dimension : down().toList()) {
            var at = down().toList().indexOf(dimension);
            frame = frame.with(
                    cells.definition(dimension),
                    new ArrayList<>(
                            groups.keySet().stream().map(key -> key.get(at)).toList()));
        }
        var parts = columns.stream().map(column -> parts(groups, column)).toList();
        frame = frame.with(vocabulary.column(metric), wholes(groups, parts));
        for (var i = 0; i < columns.size(); i++) {
            frame = frame.with(columns.get(i).column(), parts.get(i));
        }
        return frame;
    }

    private List<@Nullable Object> parts(Map<List<@Nullable Object>, List<Integer>> groups, Spread column) {
        var numbers = new ArrayList<@Nullable Object>(groups.size());
        for (var group : groups.values()) {
            var both = group.stream().filter(column.of()::contains).toList();
            numbers.add(vocabulary.rounded(metric, both.isEmpty() ? nothing() : whole(both)));
        }
        return numbers;
    }

    private @Nullable BigDecimal nothing() {
        return vocabulary.isFlow(metric.value()) ? BigDecimal.ZERO : null;
    }

    private List<@Nullable Object> wholes(
            Map<List<@Nullable Object>, List<Integer>> groups, List<List<@Nullable Object>> parts) {
        var wholes = new ArrayList<@Nullable Object>(groups.size());
        var row = 0;
        for (var group : groups.values()) {
            var at = row++;
            wholes.add(
                    vocabulary.isAdditive(metric)
                            ? sum(parts.stream().map(part -> part.get(at)).toList())
                            : vocabulary.rounded(metric, whole(group)));
        }
        return wholes;
    }

    private List<@Nullable Object> totals(Frame frame, List<Spread> columns) {
        var totals = new ArrayList<@Nullable Object>();
        down().forEach(_ -> totals.add(null));
        totals.add(total(
                frame, metric.value(), Arrays.stream(cells.rowNumbers()).boxed().toList()));
        columns.forEach(column -> totals.add(total(frame, column.column().id(), column.of())));
        return totals;
    }

    private @Nullable BigDecimal total(Frame frame, String column, Collection<Integer> of) {
        return vocabulary.isAdditive(metric) ? sum(frame.column(column)) : vocabulary.rounded(metric, whole(of));
    }

    private @Nullable BigDecimal whole(Collection<Integer> rows) {
        // One cell is what the source says it is, also where cells do not add up.
        return rows.size() == 1
                ? cells.number(metric.value(), rows.iterator().next())
                : rollup.of(metric, rows.stream().mapToInt(Integer::intValue).toArray());
    }

    private static @Nullable BigDecimal sum(List<@Nullable Object> numbers) {
        return numbers.stream()
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    // What became columns is no order of rows any more.
    private List<Ordering> usable(List<Ordering> order) {
        return order.stream()
                .filter(ordering -> !ordering.field().value().equals(across.value()))
                .toList();
    }
}
