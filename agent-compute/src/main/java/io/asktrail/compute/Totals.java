package io.asktrail.compute;

import io.asktrail.contracts.id.MetricId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The totals row. Where parts add up it is the sum of the rows as they are shown, so that a reader who adds them up
 * gets the same to the last paisa; a ratio is worked out again from the totals of its inputs; the rest stays empty.
 */
final class Totals {
    private final Vocabulary vocabulary;
    private final Frame exact;
    private final Frame shown;
    private final Map<String, BigDecimal> given;

    /**
     * @param exact the same rows before rounding and before columns were left out
     * @param given totals of the same rows from the steps before, for what cannot be worked out here any more
     */
    Totals(Vocabulary vocabulary, Frame exact, Frame shown, Map<String, BigDecimal> given) {
        this.vocabulary = vocabulary;
        this.exact = exact;
        this.shown = shown;
        this.given = given;
    }

    /** Null where there is nothing to add up: one row for everything, or no rows. */
    @Nullable List<@Nullable Object> row() {
        if (shown.size() == 0 || vocabulary.dimensionColumns(shown).isEmpty()) {
            return null;
        }
        var totals = new ArrayList<@Nullable Object>();
        for (var column : shown.columns()) {
            totals.add(vocabulary.isDimension(column) ? null : of(column.id()));
        }
        return totals;
    }

    private @Nullable BigDecimal of(String columnId) {
        if (columnId.endsWith(Calculations.SHARE)) {
            return sumOfShares(columnId);
        }
        if (columnId.indexOf('.') >= 0 || vocabulary.metricOf(columnId).isEmpty()) {
            return null;
        }
        var metric = new MetricId(columnId);
        if (vocabulary.isAdditive(metric)) {
            return new Rollup(vocabulary, shown).of(metric, shown.rowNumbers());
        }
        var total = new Rollup(vocabulary, exact).of(metric, exact.rowNumbers());
        return total == null ? given.get(columnId) : vocabulary.rounded(metric, total);
    }

    // From the exact parts: shares that were rounded one by one need not come to the whole.
    private @Nullable BigDecimal sumOfShares(String columnId) {
        var metric = new MetricId(Vocabulary.baseOf(columnId));
        var sum = BigDecimal.ZERO;
        var cells = exact.column(columnId);
        for (var cell : cells) {
            sum = cell instanceof BigDecimal share ? sum.add(share) : sum;
        }
        return vocabulary.isAdditive(metric) ? Calculations.scaled(sum, Calculations.FRACTION_SCALE) : null;
    }
}
