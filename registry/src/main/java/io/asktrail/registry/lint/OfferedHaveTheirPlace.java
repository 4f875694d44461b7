package io.asktrail.registry.lint;

import io.asktrail.registry.file.Finding;
import io.asktrail.registry.metric.MetricDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Of the metrics that are offered each has a place of its own, and none of them is hidden. */
final class OfferedHaveTheirPlace implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        var places = new HashMap<Integer, Defined<MetricDefinition>>();
        return draft.metrics().stream().flatMap(metric -> faults(metric, places));
    }

    private static Stream<Finding> faults(
            Defined<MetricDefinition> metric, Map<Integer, Defined<MetricDefinition>> places) {
        var place = metric.value().offered();
        if (place == null) {
            return Stream.empty();
        }
        if (metric.value().hidden()) {
            return Stream.of(metric.at("/offered", "a hidden metric is never offered"));
        }
        var first = places.putIfAbsent(place, metric);
        return first == null
                ? Stream.empty()
                : Stream.of(metric.at(
                        "/offered",
                        "%s has place %d already".formatted(first.value().id(), place)));
    }
}
