package io.asktrail.registry.lint;

import io.asktrail.registry.file.Finding;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.MetricDefinition;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a metric is worked out from, and what it names, is defined. */
final class FormulasNameMetrics implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.metrics().stream()
                .flatMap(metric -> Stream.concat(lost(metric, draft), uncredited(metric, draft)));
    }

    private static Stream<Finding> lost(Defined<MetricDefinition> metric, Draft draft) {
        return switch (metric.value().derivation()) {
            case Derivation.Measured _ -> Stream.empty();
            case Derivation.FirstAvailable(var candidates) ->
                IntStream.range(0, candidates.size())
                        .filter(i -> !draft.names(candidates.get(i)))
                        .mapToObj(i -> metric.at(
                                "/candidates/" + i, "no file defines the metric '%s'".formatted(candidates.get(i))));
            case Derivation.Ratio _, Derivation.Derived _ ->
                metric.value().derivation().inputs().stream()
                        .filter(input -> !draft.names(input))
                        .map(input -> metric.at("/formula", "no file defines the metric '%s'".formatted(input)));
        };
    }

    private static Stream<Finding> uncredited(Defined<MetricDefinition> metric, Draft draft) {
        return Stream.ofNullable(metric.value().credited())
                .filter(credited -> !draft.names(credited))
                .map(credited -> metric.at("/credited", "no file defines the metric '%s'".formatted(credited)));
    }
}
