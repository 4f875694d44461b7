package io.asktrail.registry.lint;

import io.asktrail.registry.file.Finding;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.tool.Capability;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Some tool gives every measured metric; else it could be asked for and never answered. */
final class MetricsAreServed implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        var served = draft.tools().stream()
                .flatMap(tool -> tool.value().capabilities().stream())
                .map(Capability::metrics)
                .flatMap(metrics -> metrics.stream())
                .collect(Collectors.toSet());
        return draft.metrics().stream()
                .filter(metric -> metric.value().derivation() instanceof Derivation.Measured)
                .filter(metric -> !served.contains(metric.value().id()))
                .map(metric -> metric.at(
                        "/id",
                        "no tool gives %s: list it in a capability"
                                .formatted(metric.value().id())));
    }
}
