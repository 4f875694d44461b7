package io.asktrail.compute;

import io.asktrail.contracts.id.MetricId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What several rows come to: a sum where parts add up, for a ratio the ratio of the sums, else nothing. */
final class Rollup {
    private final Vocabulary vocabulary;
    private final Frame frame;

    Rollup(Vocabulary vocabulary, Frame frame) {
        this.vocabulary = vocabulary;
        this.frame = frame;
    }

    @Nullable
    BigDecimal of(MetricId metric, int[] rows) {
        if (vocabulary.isAdditive(metric) && frame.has(metric.value())) {
            return sum(metric, rows);
        }
        return vocabulary
                .formulaOf(metric)
                .map(formula -> Arithmetic.evaluate(formula, input -> of(input, rows)))
                .orElse(null);
    }

    private @Nullable BigDecimal sum(MetricId metric, int[] rows) {
        var column = frame.column(metric.value());
        @Nullable BigDecimal sum = null;
        for (var row : rows) {
            if (column.get(row) instanceof BigDecimal number) {
                sum = sum == null ? number : sum.add(number);
            }
        }
        return sum;
    }
}
