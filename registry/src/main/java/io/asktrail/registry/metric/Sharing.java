package io.asktrail.registry.metric;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Registry;
import io.asktrail.registry.formula.Formula;
import io.asktrail.registry.formula.Formula.Operator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the change of a metric can be shared out over parts: it is counted itself, or it divides one sum by another.
 *
 * @param bottom null where nothing is divided
 * @param overlapping whether one thing may count in several parts, so that the parts come to more than the whole
 */
public record Sharing(Formula top, @Nullable Formula bottom, boolean overlapping) {
    /** Empty for a percentile and for a ratio of what does not add up: nobody can tell what their parts contribute. */
    public static Optional<Sharing> of(Registry registry, MetricId metric) {
        var definition = registry.metric(metric);
        return switch (definition.derivation()) {
            case Derivation.Ratio(Formula.Operation(var operator, var top, var bottom))
            when operator == Operator.DIVIDE && addsUp(registry, top) && addsUp(registry, bottom) ->
                Optional.of(new Sharing(top, bottom, false));
            case Derivation.Ratio _ -> Optional.empty();
            // The middle of the whole is not made of the middles of its parts.
            case Derivation.Measured measured when measured.isPercentile() -> Optional.empty();
            case Derivation.Measured _, Derivation.Derived _, Derivation.FirstAvailable _ ->
                Optional.of(new Sharing(
                        new Formula.Reference(metric), null, definition.additivity() == Additivity.NON_ADDITIVE));
        };
    }

    /** The metrics that have to be known of every part. */
    public Set<MetricId> inputs() {
        var inputs = new TreeSet<>(top.references());
        if (bottom != null) {
            inputs.addAll(bottom.references());
        }
        return inputs;
    }

    private static boolean addsUp(Registry registry, Formula formula) {
        return switch (formula) {
            case Formula.Constant _ -> false;
            case Formula.Reference(var metric) -> registry.metric(metric).additivity() == Additivity.ADDITIVE;
            case Formula.Operation(var operator, var left, var right) ->
                switch (operator) {
                    case PLUS, MINUS -> addsUp(registry, left) && addsUp(registry, right);
                    case TIMES ->
                        left instanceof Formula.Constant && addsUp(registry, right)
                                || right instanceof Formula.Constant && addsUp(registry, left);
                    case DIVIDE -> right instanceof Formula.Constant && addsUp(registry, left);
                };
        };
    }
}
