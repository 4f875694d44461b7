package io.asktrail.registry.lint;

import io.asktrail.registry.file.Finding;
import io.asktrail.registry.formula.Formula;
import io.asktrail.registry.formula.Formula.Operator;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.MetricDefinition;
import java.util.stream.Stream;

/** A ratio divides last; a derived metric does not divide, as its parts could not be added up to its whole then. */
final class FormulasHaveTheirShape implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.metrics().stream().flatMap(FormulasHaveTheirShape::faults);
    }

    private static Stream<Finding> faults(Defined<MetricDefinition> metric) {
        return switch (metric.value().derivation()) {
            case Derivation.Ratio(Formula.Operation last) when last.operator() == Operator.DIVIDE -> Stream.empty();
            case Derivation.Ratio(var formula) ->
                Stream.of(metric.at(
                        "/formula", "a ratio is one thing divided by another, '%s' is not".formatted(formula.text())));
            case Derivation.Derived(var formula)
            when divides(formula) ->
                Stream.of(metric.at("/formula", "a derived metric does not divide: make it of kind ratio"));
            case Derivation.Derived _, Derivation.Measured _, Derivation.FirstAvailable _ -> Stream.empty();
        };
    }

    private static boolean divides(Formula formula) {
        return switch (formula) {
            case Formula.Constant _, Formula.Reference _ -> false;
            case Formula.Operation(var operator, var left, var right) ->
                operator == Operator.DIVIDE || divides(left) || divides(right);
        };
    }
}
