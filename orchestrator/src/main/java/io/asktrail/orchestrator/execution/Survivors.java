package io.asktrail.orchestrator.execution;

import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.registry.formula.Formula;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step as it can still run when some of its inputs are missing, so that a source that is down costs its numbers and
 * not the others'.
 */
final class Survivors {
    private Survivors() {}

    /**
     * The step with what is missing left out; empty if nothing of it can be worked out.
     *
     * @param lost whether an input that is there lacks metrics that its source has lost
     */
    static Optional<Step> without(Step step, Map<StepId, Table> present, boolean lost) {
        return switch (step.inputs()) {
            case StepInputs.Fetch _, StepInputs.Template _ -> Optional.of(WinnerNames.toldTo(step, present));
            case StepInputs.Aggregate aggregate -> aggregate(step, aggregate, present, lost);
            case StepInputs.Compare compare -> compare(step, compare, present);
            case StepInputs.Convert convert ->
                present.containsKey(convert.of()) && !lost ? Optional.of(step) : Optional.empty();
        };
    }

    private static Optional<Step> aggregate(
            Step step, StepInputs.Aggregate inputs, Map<StepId, Table> present, boolean lost) {
        if (present.keySet().containsAll(inputs.needs())) {
            return lost ? withoutLostColumns(step, inputs, present) : Optional.of(step);
        }
        return Stream.of(inputs.left(), inputs.right())
                .filter(Objects::nonNull)
                .filter(present::containsKey)
                .findFirst()
                // A series of groups that nobody could find would be a series of all: that is not what was asked.
                .filter(_ -> inputs.within() == null || present.containsKey(inputs.within()))
                .map(left -> narrowed(inputs, left, null, columns(table(left, present))))
                .filter(narrowed -> keepsConditions(inputs, narrowed))
                .map(narrowed -> new Step(step.id(), step.tool(), narrowed));
    }

    // A condition that cannot be kept would make the others' figures wider.
    private static boolean keepsConditions(StepInputs.Aggregate asked, StepInputs.Aggregate narrowed) {
        return narrowed.filters().size() == asked.filters().size();
    }

    // Every input is there, and one may still lack a metric that its source has lost.
    private static Optional<Step> withoutLostColumns(
            Step step, StepInputs.Aggregate inputs, Map<StepId, Table> present) {
        var known = new HashSet<String>();
        inputs.needs().forEach(need -> known.addAll(columns(table(need, present))));
        var all = new HashSet<>(known);
        var works = inputs.formulas().stream().allMatch(formula -> computable(formula, all))
                && inputs.select().stream().allMatch(metric -> all.contains(metric.value()));
        if (works) {
            return Optional.of(step);
        }
        var narrowed = narrowed(inputs, inputs.left(), inputs.right(), known);
        return narrowed.select().isEmpty() && !inputs.select().isEmpty() || !keepsConditions(inputs, narrowed)
                ? Optional.empty()
                : Optional.of(new Step(step.id(), step.tool(), narrowed));
    }

    private static StepInputs.Aggregate narrowed(
            StepInputs.Aggregate inputs, StepId left, @Nullable StepId right, Set<String> known) {
        var formulas = inputs.formulas().stream()
                .filter(formula -> computable(formula, known))
                .toList();
        var select = inputs.select().stream()
                .filter(metric -> known.contains(metric.value()))
                .toList();
        return new StepInputs.Aggregate(
                left,
                right,
                inputs.joinKeys(),
                formulas,
                select,
                inputs.filters().stream()
                        .filter(filter -> known.contains(filter.field().value()))
                        .toList(),
                inputs.calculations().stream()
                        .filter(calculation -> calculation.metric() == null
                                || known.contains(calculation.metric().value()))
                        .toList(),
                orderings(inputs.orderBy(), known),
                inputs.limit(),
                inputs.fill(),
                inputs.grain(),
                inputs.lead() != null && known.contains(inputs.lead().by().value()) ? inputs.lead() : null,
                inputs.within());
    }

    // Formulas build on one another, so each one that can be worked out adds its name to what is known.
    private static boolean computable(String formula, Set<String> known) {
        var name = formula.substring(0, formula.indexOf('='));
        var inputs = Formula.parse(formula.substring(formula.indexOf('=') + 1)).references();
        return known.containsAll(inputs.stream().map(MetricId::value).toList()) && known.add(name);
    }

    private static Optional<Step> compare(Step step, StepInputs.Compare inputs, Map<StepId, Table> present) {
        if (present.keySet().containsAll(inputs.needs())) {
            var common = columns(table(inputs.current(), present));
            common.retainAll(columns(table(inputs.previous(), present)));
            var metrics = inputs.metrics().stream()
                    .filter(metric -> common.contains(metric.value()))
                    .toList();
            return metrics.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Step(
                            step.id(),
                            step.tool(),
                            new StepInputs.Compare(
                                    inputs.current(),
                                    inputs.previous(),
                                    inputs.keys(),
                                    metrics,
                                    orderings(inputs.orderBy(), common),
                                    inputs.limit())));
        }
        return Optional.empty();
    }

    private static List<Ordering> orderings(List<Ordering> orderings, Set<String> known) {
        return orderings.stream()
                .filter(ordering -> known.contains(name(ordering.field())))
                .toList();
    }

    private static String name(FieldId field) {
        return field.value();
    }

    private static Table table(StepId step, Map<StepId, Table> present) {
        return Objects.requireNonNull(present.get(step), "only steps that are present are looked at");
    }

    private static Set<String> columns(Table table) {
        return table.columns().stream().map(Column::id).collect(Collectors.toCollection(HashSet::new));
    }
}
