package io.asktrail.compute;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.task.Calculation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The first rows as they are, and all others as one more: sums added up, ratios worked out from the sums of their inputs,
 * changes from what the two periods come to. What does not add up is empty there, never a mean.
 */
final class Remainder {
    private static final String PREVIOUS = ".previous";
    private static final String CHANGE = ".change";
    private static final String CHANGE_PCT = ".change_pct";

    private final Vocabulary vocabulary;
    private final Frame rows;
    private final int[] others;

    private Remainder(Vocabulary vocabulary, Frame rows, int first) {
        this.vocabulary = vocabulary;
        this.rows = rows;
        this.others = IntStream.range(first, rows.size()).toArray();
    }

    /** The rows as they are where there are no more than the first. */
    static Frame beyond(Vocabulary vocabulary, Frame rows, int first) {
        return rows.size() <= first ? rows : new Remainder(vocabulary, rows, first).folded(first);
    }

    private Frame folded(int first) {
        var cells = new ArrayList<List<@Nullable Object>>();
        var named = false;
        for (var column : rows.columns()) {
            var kept = new ArrayList<>(rows.column(column.id()).subList(0, first));
            if (!vocabulary.isDimension(column)) {
                kept.add(number(column));
            } else if (!named
                    && column.type() == ColumnType.TEXT
                    && !column.id().contains(".")) {
                kept.add(Calculation.others(others.length));
                named = true;
            } else {
                kept.add(null);
            }
            cells.add(kept);
        }
        return new Frame(rows.columns(), cells, first + 1);
    }

    private @Nullable BigDecimal number(Column column) {
        var id = column.id();
        var metric = new MetricId(Vocabulary.baseOf(id));
        if (id.equals(metric.value())) {
            return new Rollup(vocabulary, rows).of(metric, others);
        }
        if (!vocabulary.isAdditive(metric)) {
            return null;
        }
        return switch (id.substring(metric.value().length())) {
            case PREVIOUS, Calculations.SHARE -> sum(id);
            case CHANGE -> change(metric);
            case CHANGE_PCT -> PeriodComparison.relative(change(metric), sum(metric.value() + PREVIOUS));
            default -> null;
        };
    }

    private @Nullable BigDecimal change(MetricId metric) {
        return Arithmetic.minus(sum(metric.value()), sum(metric.value() + PREVIOUS));
    }

    private @Nullable BigDecimal sum(String column) {
        var cells = rows.column(column);
        return Arrays.stream(others)
                .mapToObj(cells::get)
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .reduce(BigDecimal::add)
                .orElse(null);
    }
}
