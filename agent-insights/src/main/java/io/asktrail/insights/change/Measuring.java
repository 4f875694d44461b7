package io.asktrail.insights.change;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.insights.seen.SeenRows;
import io.asktrail.registry.formula.Formula;
import io.asktrail.registry.metric.Sharing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Reads movements from compared rows. A member without rows in a period had nothing in it. */
record Measuring(Sharing sharing) {
    private static final String PREVIOUS = ".previous";

    List<Movement> of(SeenRows seen) {
        var all = new ArrayList<Movement>();
        for (var row = 0; row < seen.size(); row++) {
            all.add(new Movement(seen.member(row), null, amount(seen, row, ""), amount(seen, row, PREVIOUS)));
        }
        return all;
    }

    /** The rows of one look as one movement. */
    Movement sum(SeenRows seen) {
        return sum(of(seen));
    }

    Movement sum(List<Movement> movements) {
        return movements.stream().reduce(nothing(), Movement::plus);
    }

    private Movement nothing() {
        var none = new Amount(BigDecimal.ZERO, sharing.bottom() == null ? null : BigDecimal.ZERO);
        return new Movement("", null, none, none);
    }

    Amount amount(SeenRows seen, int row, String suffix) {
        var bottom = sharing.bottom();
        return new Amount(
                evaluate(sharing.top(), seen, row, suffix),
                bottom == null ? null : evaluate(bottom, seen, row, suffix));
    }

    private static BigDecimal evaluate(Formula formula, SeenRows seen, int row, String suffix) {
        return switch (formula) {
            case Formula.Constant(var value) -> value;
            case Formula.Reference(MetricId metric) -> seen.sum(row, metric, suffix);
            case Formula.Operation(var operator, var left, var right) -> {
                var a = evaluate(left, seen, row, suffix);
                var b = evaluate(right, seen, row, suffix);
                yield switch (operator) {
                    case PLUS -> a.add(b);
                    case MINUS -> a.subtract(b);
                    case TIMES -> a.multiply(b);
                    // Only by a constant: see Sharing.
                    case DIVIDE -> a.divide(b, MathContext.DECIMAL128);
                };
            }
        };
    }
}
