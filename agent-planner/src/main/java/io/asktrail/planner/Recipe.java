package io.asktrail.planner;

import io.asktrail.contracts.id.MetricId;
import java.util.List;

/**
 * What a metric is made of.
 *
 * @param leaves the measured metrics it needs, in the order they are met
 * @param formulas {@code id=expression}, inner ones first
 */
record Recipe(MetricId metric, List<Leaf> leaves, List<String> formulas) {
    /**
     * A measured metric.
     *
     * @param attributed whether only what an ad campaign brought may count, since it stands in for what ads report
     */
    record Leaf(MetricId metric, boolean attributed) {}

    Recipe {
        leaves = List.copyOf(leaves);
        formulas = List.copyOf(formulas);
    }
}
