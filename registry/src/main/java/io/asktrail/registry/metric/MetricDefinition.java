package io.asktrail.registry.metric;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Names;
import io.asktrail.registry.Unit;

/**
 * A number people ask for.
 *
 * @param good which way is good news: decides what "best" and "worst" mean
 * @param rounding how the exact number is rounded, once, at the end
 * @param derivation where the number comes from
 * @param hidden whether it is only a part of another metric: never offered and never understood in a question
 */
public record MetricDefinition(
        MetricId id,
        Names names,
        Unit unit,
        GoodDirection good,
        Additivity additivity,
        Rounding rounding,
        String description,
        String owner,
        Derivation derivation,
        boolean hidden) {
    /** A metric people may ask for. */
    public MetricDefinition(
            MetricId id,
            Names names,
            Unit unit,
            GoodDirection good,
            Additivity additivity,
            Rounding rounding,
            String description,
            String owner,
            Derivation derivation) {
        this(id, names, unit, good, additivity, rounding, description, owner, derivation, false);
    }
}
