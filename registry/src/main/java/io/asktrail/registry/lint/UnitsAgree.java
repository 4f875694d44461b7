package io.asktrail.registry.lint;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.file.Finding;
import io.asktrail.registry.formula.Formula;
import io.asktrail.registry.formula.Quantity;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.MetricDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Formulas add like to like, and give what the metric says its unit is. */
final class UnitsAgree implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.metrics().stream().flatMap(metric -> faults(metric, draft));
    }

    private static Stream<Finding> faults(Defined<MetricDefinition> metric, Draft draft) {
        return switch (metric.value().derivation()) {
            case Derivation.Measured _ -> Stream.empty();
            case Derivation.Ratio(var formula) -> formula(metric, formula, draft);
            case Derivation.Derived(var formula) -> formula(metric, formula, draft);
            case Derivation.FirstAvailable(var candidates) -> candidates(metric, candidates, draft);
        };
    }

    private static Stream<Finding> formula(Defined<MetricDefinition> metric, Formula formula, Draft draft) {
        if (formula.references().stream()
                .anyMatch(input -> quantity(input, draft).isEmpty())) {
            return Stream.empty();
        }
        try {
            return declared(
                    metric, Quantity.of(formula, input -> quantity(input, draft).orElseThrow()));
        } catch (Quantity.Mismatch mismatch) {
            return Stream.of(metric.at("/formula", "in '%s' %s".formatted(formula.text(), mismatch.getMessage())));
        }
    }

    private static Stream<Finding> declared(Defined<MetricDefinition> metric, Quantity result) {
        var unit = metric.value().unit();
        return Quantity.of(unit).equals(result)
                ? Stream.empty()
                : Stream.of(metric.at(
                        "/unit", "the formula gives %s, the unit says '%s'".formatted(result.text(), unit.text())));
    }

    private static Stream<Finding> candidates(
            Defined<MetricDefinition> metric, List<MetricId> candidates, Draft draft) {
        return IntStream.range(0, candidates.size())
                .filter(i -> draft.registry().metrics().containsKey(candidates.get(i)))
                .filter(i -> !draft.registry()
                        .metric(candidates.get(i))
                        .unit()
                        .equals(metric.value().unit()))
                .mapToObj(i -> metric.at(
                        "/candidates/" + i,
                        "%s has another unit than '%s'"
                                .formatted(
                                        candidates.get(i), metric.value().unit().text())));
    }

    private static Optional<Quantity> quantity(MetricId input, Draft draft) {
        return draft.registry().findMetric(input).map(found -> Quantity.of(found.unit()));
    }
}
