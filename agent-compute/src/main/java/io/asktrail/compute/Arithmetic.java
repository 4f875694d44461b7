package io.asktrail.compute;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.formula.Formula;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Exact decimals: only a division loses digits, beyond the 34th. What is unknown stays unknown. */
final class Arithmetic {
    private Arithmetic() {}

    static @Nullable BigDecimal evaluate(Formula formula, Function<MetricId, @Nullable BigDecimal> values) {
        return switch (formula) {
            case Formula.Constant(var value) -> value;
            case Formula.Reference(var metric) -> values.apply(metric);
            case Formula.Operation(var operator, var left, var right) ->
                apply(operator, evaluate(left, values), evaluate(right, values));
        };
    }

    static @Nullable BigDecimal divide(@Nullable BigDecimal top, @Nullable BigDecimal bottom) {
        return apply(Formula.Operator.DIVIDE, top, bottom);
    }

    static @Nullable BigDecimal minus(@Nullable BigDecimal left, @Nullable BigDecimal right) {
        return apply(Formula.Operator.MINUS, left, right);
    }

    static @Nullable BigDecimal apply(
            Formula.Operator operator, @Nullable BigDecimal left, @Nullable BigDecimal right) {
        if (left == null || right == null) {
            return null;
        }
        return switch (operator) {
            case PLUS -> left.add(right);
            case MINUS -> left.subtract(right);
            case TIMES -> left.multiply(right);
            case DIVIDE -> right.signum() == 0 ? null : left.divide(right, MathContext.DECIMAL128);
        };
    }
}
