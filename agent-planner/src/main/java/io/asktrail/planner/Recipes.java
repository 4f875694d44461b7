package io.asktrail.planner;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.planner.Recipe.Leaf;
import io.asktrail.registry.Registry;
import io.asktrail.registry.formula.Formula;
import io.asktrail.registry.metric.Derivation.Derived;
import io.asktrail.registry.metric.Derivation.FirstAvailable;
import io.asktrail.registry.metric.Derivation.Measured;
import io.asktrail.registry.metric.Derivation.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** Takes metrics apart, down to what sources measure. */
final class Recipes {
    private final Registry registry;
    private final Map<MetricId, MetricId> bases;

    /** @param bases which candidate stands for each metric that has several */
    Recipes(Registry registry, Map<MetricId, MetricId> bases) {
        this.registry = registry;
        this.bases = Map.copyOf(bases);
    }

    Recipe of(MetricId metric) {
        var leaves = new LinkedHashSet<Leaf>();
        var formulas = new LinkedHashSet<String>();
        collect(metric, false, leaves, formulas);
        return new Recipe(metric, List.copyOf(leaves), List.copyOf(formulas));
    }

    private void collect(
            MetricId metric, boolean attributed, SequencedSet<Leaf> leaves, SequencedSet<String> formulas) {
        switch (registry.metric(metric).derivation()) {
            case Measured _ -> leaves.add(new Leaf(metric, attributed));
            case Ratio(var formula) -> collectFormula(metric, formula, attributed, leaves, formulas);
            case Derived(var formula) -> collectFormula(metric, formula, attributed, leaves, formulas);
            case FirstAvailable(var candidates) -> {
                var chosen = bases.getOrDefault(metric, candidates.getFirst());
                collect(chosen, attributed || !chosen.equals(candidates.getFirst()), leaves, formulas);
                formulas.add(metric + "=" + chosen);
            }
        }
    }

    private void collectFormula(
            MetricId metric,
            Formula formula,
            boolean attributed,
            SequencedSet<Leaf> leaves,
            SequencedSet<String> formulas) {
        inOrder(formula).forEach(input -> collect(input, attributed, leaves, formulas));
        formulas.add(metric + "=" + formula.text());
    }

    /** The metrics of a formula as they are written: the first one's source leads the plan. */
    private static List<MetricId> inOrder(Formula formula) {
        return switch (formula) {
            case Formula.Constant _ -> List.of();
            case Formula.Reference(var metric) -> List.of(metric);
            case Formula.Operation operation -> {
                var found = new ArrayList<>(inOrder(operation.left()));
                found.addAll(inOrder(operation.right()));
                yield found;
            }
        };
    }

    /** The metrics with several candidates that a metric comes down to. */
    SequencedSet<MetricId> openChoicesOf(MetricId metric) {
        var found = new LinkedHashSet<MetricId>();
        var derivation = registry.metric(metric).derivation();
        if (derivation instanceof FirstAvailable) {
            found.add(metric);
        } else {
            derivation.inputs().stream().sorted().forEach(input -> found.addAll(openChoicesOf(input)));
        }
        return found;
    }
}
