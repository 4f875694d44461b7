package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.formula.Formula;
import java.util.Optional;

/** {@code name=expression}, as a step carries it. */
record NamedFormula(MetricId name, Formula formula) {

    /** Empty if it does not read as a formula. */
    static Optional<NamedFormula> parse(String text) {
        var equals = text.indexOf('=');
        if (equals < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new NamedFormula(
                    new MetricId(text.substring(0, equals).strip()), Formula.parse(text.substring(equals + 1))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
