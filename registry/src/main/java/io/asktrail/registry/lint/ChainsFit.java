package io.asktrail.registry.lint;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.file.Finding;
import io.asktrail.registry.formula.Formula;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.MetricDefinition;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A chain names metrics and leads to the one it stands in: a ratio's from its denominator to its numerator. */
final class ChainsFit implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.metrics().stream()
                .filter(metric -> !metric.value().chain().isEmpty())
                .flatMap(metric ->
                        Stream.concat(lost(metric, draft), isWhole(metric, draft) ? ends(metric) : Stream.empty()));
    }

    // What a formula names and nobody defines is told by another check.
    private static boolean isWhole(Defined<MetricDefinition> metric, Draft draft) {
        return metric.value().derivation().inputs().stream().allMatch(draft::names);
    }

    private static Stream<Finding> lost(Defined<MetricDefinition> metric, Draft draft) {
        var chain = metric.value().chain();
        return IntStream.range(0, chain.size())
                .filter(i -> !draft.names(chain.get(i)))
                .mapToObj(i -> metric.at("/chain/" + i, "no file defines the metric '%s'".formatted(chain.get(i))));
    }

    private static Stream<Finding> ends(Defined<MetricDefinition> metric) {
        var chain = metric.value().chain();
        return switch (metric.value().derivation()) {
            case Derivation.Ratio(
                    Formula.Operation(var _, Formula.Reference(var top), Formula.Reference(var bottom))) ->
                chain.getFirst().equals(bottom) && chain.getLast().equals(top)
                        ? Stream.empty()
                        : Stream.of(metric.at("/chain", "the chain leads from %s to %s".formatted(bottom, top)));
            case Derivation.Ratio _ ->
                Stream.of(metric.at("/chain", "only a ratio of two metrics, without a factor, has a chain"));
            case Derivation.Measured _, Derivation.Derived _, Derivation.FirstAvailable _ ->
                leadsTo(metric.value().id(), chain)
                        ? Stream.empty()
                        : Stream.of(metric.at(
                                "/chain",
                                "the chain ends with %s itself"
                                        .formatted(metric.value().id())));
        };
    }

    private static boolean leadsTo(MetricId metric, List<MetricId> chain) {
        return chain.getLast().equals(metric);
    }
}
