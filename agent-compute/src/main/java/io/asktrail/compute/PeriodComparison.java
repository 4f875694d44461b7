package io.asktrail.compute;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One {@code compute.compare} step. Changes are worked out from the two numbers as they are shown, so that a reader can
 * check them. A change of a rate is a difference of fractions: percentage points, never per cent of per cent.
 */
final class PeriodComparison {
    private static final String PREVIOUS = ".previous";
    private static final String COUNT = "count";
    private static final String CHANGE = ".change";
    private static final String CHANGE_PCT = ".change_pct";

    private final StepInputs.Compare inputs;
    private final Table currentTable;
    private final Table previousTable;
    private final Vocabulary vocabulary;
    private final List<DimensionId> keys;
    private final List<MetricId> metrics;
    private final List<Note> notes = new ArrayList<>();

    PeriodComparison(Registry registry, StepInputs.Compare inputs, Map<StepId, Table> tables) {
        this.inputs = inputs;
        this.currentTable = Objects.requireNonNull(tables.get(inputs.current()));
        this.previousTable = Objects.requireNonNull(tables.get(inputs.previous()));
        this.vocabulary = new Vocabulary(registry, Map.of());
        // Two counts of members are compared as they are: there is one row, and no metric beside the count.
        this.keys = currentTable.indexOf(COUNT).isPresent() ? List.of() : inputs.keys();
        this.metrics = inputs.metrics().isEmpty() || currentTable.indexOf(COUNT).isPresent()
                ? vocabulary.metricColumns(Frame.of(currentTable)).stream()
                        .filter(column -> column.indexOf('.') < 0)
                        .map(MetricId::new)
                        .toList()
                : inputs.metrics();
    }

    StepResult run(Timer timer) {
        var changes = withChanges(sideBySide());
        // A comparison of two counts has none of the columns that the rows were ordered by.
        var order = inputs.orderBy().stream()
                .filter(ordering -> changes.has(ordering.field().value()))
                .toList();
        var rows = RowOrder.sort(vocabulary, changes, order);
        var limit = inputs.limit();
        // As many rows as the limit may mean that an earlier step has cut them: a total of some is no total.
        return limit == null || rows.size() < limit
                ? timer.rows(rows.toTable(totals(rows)), notes)
                : timer.rows(
                        rows.take(IntStream.range(0, new Places(vocabulary, rows).first(limit))
                                        .toArray())
                                .toTable(null),
                        notes);
    }

    private Frame sideBySide() {
        var current = keep(Frame.of(currentTable));
        var previous = renamed(keep(Frame.of(previousTable)));
        if (!keys.contains(TaskSpec.DATE)) {
            return new FullJoin(vocabulary, current, previous, keys).join().rows();
        }
        var series = new SeriesAlignment(current, previous);
        series.note().ifPresent(notes::add);
        var joined =
                new FullJoin(vocabulary, current, series.aligned(), keys).join().rows();
        return series.withoutInventedPoints(
                joined,
                metrics.stream().map(metric -> metric.value() + PREVIOUS).toList());
    }

    private Frame keep(Frame frame) {
        var kept = new LinkedHashSet<>(vocabulary.dimensionColumns(frame));
        metrics.forEach(metric -> kept.add(metric.value()));
        return frame.keep(kept);
    }

    private Frame renamed(Frame frame) {
        var columns = frame.columns().stream()
                .map(column -> vocabulary.isDimension(column) ? column : previousColumn(new MetricId(column.id())))
                .toList();
        return new Frame(columns, frame.cells(), frame.size());
    }

    private Column previousColumn(MetricId metric) {
        return vocabulary.column(metric, PREVIOUS, ", earlier period");
    }

    private Column changeColumn(MetricId metric) {
        var column = vocabulary.column(metric, CHANGE, ", change");
        return "percent".equals(column.unit()) ? vocabulary.column(metric, CHANGE, ", change in points") : column;
    }

    // The columns of one metric stand together: now, before, change, change in per cent.
    private Frame withChanges(Frame rows) {
        var result = rows.keep(vocabulary.dimensionColumns(rows));
        for (var metric : metrics) {
            var now = rounded(metric, rows.column(metric.value()));
            var before = rounded(metric, rows.column(metric.value() + PREVIOUS));
            var change = new ArrayList<@Nullable Object>(rows.size());
            var relative = new ArrayList<@Nullable Object>(rows.size());
            for (var row = 0; row < rows.size(); row++) {
                var difference = Arithmetic.minus((BigDecimal) now.get(row), (BigDecimal) before.get(row));
                change.add(difference);
                relative.add(relative(difference, (BigDecimal) before.get(row)));
            }
            result = result.with(vocabulary.column(metric), now)
                    .with(previousColumn(metric), before)
                    .with(changeColumn(metric), change)
                    .with(vocabulary.column(metric, CHANGE_PCT, ", change in %", "percent"), relative);
        }
        return result;
    }

    // What a side lacks was filled in without decimal places.
    private List<@Nullable Object> rounded(MetricId metric, List<@Nullable Object> cells) {
        var rounded = new ArrayList<@Nullable Object>(cells.size());
        for (var cell : cells) {
            rounded.add(vocabulary.rounded(metric, (BigDecimal) cell));
        }
        return rounded;
    }

    // Of a negative number no part can be named: from -100 to 50 is no fall by 150 %.
    static @Nullable BigDecimal relative(@Nullable BigDecimal change, @Nullable BigDecimal before) {
        return before == null || before.signum() <= 0
                ? null
                : Calculations.scaled(Arithmetic.divide(change, before), Calculations.FRACTION_SCALE);
    }

    private @Nullable List<@Nullable Object> totals(Frame rows) {
        if (rows.size() == 0 || keys.isEmpty()) {
            return null;
        }
        var totals = new ArrayList<@Nullable Object>();
        rows.columns().stream().filter(vocabulary::isDimension).forEach(_ -> totals.add(null));
        for (var metric : metrics) {
            var now = total(currentTable, metric);
            var before = total(previousTable, metric);
            var change = Arithmetic.minus(now, before);
            totals.add(now);
            totals.add(before);
            totals.add(change);
            totals.add(relative(change, before));
        }
        return totals;
    }

    // The step before had the inputs of every ratio; where it gave no totals, only sums can be made up for.
    private @Nullable BigDecimal total(Table table, MetricId metric) {
        var given = table.totals();
        if (given != null) {
            return (BigDecimal) given.get(table.indexOf(metric.value()).orElseThrow());
        }
        var frame = Frame.of(table);
        return vocabulary.isAdditive(metric) ? new Rollup(vocabulary, frame).of(metric, frame.rowNumbers()) : null;
    }
}
