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
        Derivation derivation) {}
