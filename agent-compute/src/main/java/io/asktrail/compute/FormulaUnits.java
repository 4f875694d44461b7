package io.asktrail.compute;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Registry;
import io.asktrail.registry.Unit;
import io.asktrail.registry.formula.Formula;
import io.asktrail.registry.formula.Quantity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the formulas of a step mean something: like is added to like, and what comes out is what the metric of that name
 * is counted in. Plans are checked before they run; this is for what reaches the arithmetic in another way.
 */
record FormulaUnits(Registry registry) {
    /** A sentence for the first formula that means nothing. */
    Optional<String> objection(Map<MetricId, Formula> formulas) {
        var given = new HashMap<MetricId, Quantity>();
        for (var entry : formulas.entrySet()) {
            var name = entry.getKey();
            var formula = entry.getValue();
            if (!formula.references().stream().allMatch(input -> given.containsKey(input) || isKnown(input))) {
                continue; // a column of no metric has no unit that could be held against another
            }
            try {
                var result = Quantity.of(
                        formula, input -> isKnown(input) ? quantity(input) : given.getOrDefault(input, plain()));
                given.put(name, result);
                if (isKnown(name) && !result.equals(quantity(name))) {
                    return Optional.of("'%s=%s' gives %s, and %s is %s: check the formula."
                            .formatted(
                                    name,
                                    formula.text(),
                                    result.text(),
                                    label(name),
                                    quantity(name).text()));
                }
            } catch (Quantity.Mismatch mismatch) {
                return Optional.of("In '%s=%s' %s: take metrics of one unit, or divide one by the other."
                        .formatted(name, formula.text(), mismatch.getMessage()));
            }
        }
        return Optional.empty();
    }

    private boolean isKnown(MetricId metric) {
        return registry.findMetric(metric).isPresent();
    }

    private Quantity quantity(MetricId metric) {
        return Quantity.of(registry.metric(metric).unit());
    }

    private String label(MetricId metric) {
        return registry.metric(metric).names().english();
    }

    private static Quantity plain() {
        return Quantity.of(Unit.parse("ratio"));
    }
}
