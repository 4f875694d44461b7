package io.asktrail.registry.lint;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Registry;
import io.asktrail.registry.file.Finding;
import io.asktrail.registry.metric.MetricDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No metric is worked out from itself, however long the way round. A ring is told once, at its first metric. */
final class FormulasEnd implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.metrics().stream().flatMap(metric -> ring(metric, draft.registry()).stream());
    }

    private static Optional<Finding> ring(Defined<MetricDefinition> metric, Registry registry) {
        var id = metric.value().id();
        var way = way(id, id, registry, new HashSet<>());
        var toldHere = !way.isEmpty() && Collections.min(way).equals(id);
        return toldHere ? Optional.of(metric.at("/formula", text(id, way))) : Optional.empty();
    }

    // The metrics from one, itself included, to the last before the other; empty if no way leads there.
    private static List<MetricId> way(MetricId from, MetricId to, Registry registry, Set<MetricId> seen) {
        var metric = registry.metrics().get(from);
        if (metric == null || !seen.add(from)) {
            return List.of();
        }
        if (metric.derivation().inputs().contains(to)) {
            return List.of(from);
        }
        return metric.derivation().inputs().stream()
                .sorted()
                .map(input -> way(input, to, registry, seen))
                .filter(rest -> !rest.isEmpty())
                .findFirst()
                .map(rest -> with(from, rest))
                .orElse(List.of());
    }

    private static List<MetricId> with(MetricId first, List<MetricId> rest) {
        var all = new ArrayList<MetricId>(rest.size() + 1);
        all.add(first);
        all.addAll(rest);
        return all;
    }

    private static String text(MetricId id, List<MetricId> way) {
        return "%s is worked out from itself: %s > %s"
                .formatted(id, way.stream().map(MetricId::value).collect(Collectors.joining(" > ")), id);
    }
}
