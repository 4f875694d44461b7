package io.asktrail.compute;

import io.asktrail.registry.formula.Formula;
import io.asktrail.registry.metric.Rounding;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formulas down whole columns: what an operation is, is asked once and not for each row. */
record ColumnArithmetic(Frame frame) {
    /**
     * @param last how the quotient is rounded if nothing is worked out from it any more: at once, which is closer than
     *     rounding its first 34 digits; null to keep those
     */
    List<@Nullable Object> of(Formula formula, @Nullable Rounding last) {
        var cells = last != null
                        && formula instanceof Formula.Operation(var operator, var left, var right)
                        && operator == Formula.Operator.DIVIDE
                ? rounded(numbers(left), numbers(right), last)
                : numbers(formula);
        return Arrays.asList((@Nullable Object[]) cells);
    }

    private @Nullable BigDecimal[] numbers(Formula formula) {
        return switch (formula) {
            case Formula.Constant(var value) -> {
                var same = new @Nullable BigDecimal[frame.size()];
                Arrays.fill(same, value);
                yield same;
            }
            case Formula.Reference(var metric) -> frame.column(metric.value()).toArray(BigDecimal[]::new);
            case Formula.Operation(var operator, var left, var right) -> {
                var lefts = numbers(left);
                var rights = numbers(right);
                var results = new @Nullable BigDecimal[frame.size()];
                for (var row = 0; row < results.length; row++) {
                    results[row] = Arithmetic.apply(operator, lefts[row], rights[row]);
                }
                yield results;
            }
        };
    }

    private static @Nullable BigDecimal[] rounded(
            @Nullable BigDecimal[] tops, @Nullable BigDecimal[] bottoms, Rounding rounding) {
        var results = new @Nullable BigDecimal[tops.length];
        for (var row = 0; row < results.length; row++) {
            var top = tops[row];
            var bottom = bottoms[row];
            results[row] = top == null || bottom == null || bottom.signum() == 0
                    ? null
                    : top.divide(bottom, rounding.scale(), rounding.mode());
        }
        return results;
    }
}
