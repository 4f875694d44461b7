package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Compare;
import io.asktrail.contracts.plan.StepInputs.Convert;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.plan.StepInputs.Template;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.TaskSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the rows of each step will look like, before anything has run. */
record Shapes(Map<StepId, Shape> byStep) {

    /**
     * @param grouping what makes a row unique
     * @param grain how long a point of a series is; null if it is none
     */
    record Shape(
            Set<DimensionId> grouping,
            Set<MetricId> metrics,
            @Nullable Grain grain) {
        static final Shape EMPTY = new Shape(Set.of(), Set.of(), null);
    }

    static Shapes of(Plan plan) {
        var shapes = new HashMap<StepId, Shape>();
        for (var step : plan.steps()) {
            shapes.put(
                    step.id(),
                    switch (step.inputs()) {
                        case Fetch fetch ->
                            new Shape(new TreeSet<>(fetch.groupBy()), new TreeSet<>(fetch.metrics()), fetch.grain());
                        case Template _ -> Shape.EMPTY;
                        case Aggregate aggregate ->
                            new Shape(
                                    at(shapes, aggregate.left()).grouping(),
                                    metricsOf(aggregate, shapes),
                                    at(shapes, aggregate.left()).grain());
                        case Convert convert -> converted(convert, at(shapes, convert.of()));
                        case Compare compare ->
                            new Shape(
                                    at(shapes, compare.current()).grouping(),
                                    new TreeSet<>(compare.metrics()),
                                    at(shapes, compare.current()).grain());
                    });
        }
        return new Shapes(Map.copyOf(shapes));
    }

    // At daily rates days go in, and what comes out is as coarse as was asked for.
    private static Shape converted(Convert convert, Shape rows) {
        var grouping = new TreeSet<>(rows.grouping());
        if (convert.grain() == null) {
            grouping.remove(TaskSpec.DATE);
        }
        return new Shape(grouping, rows.metrics(), convert.grain());
    }

    Shape of(StepId step) {
        return at(byStep, step);
    }

    /** Every metric that formulas and filters of a join can name, before its own formulas. */
    Set<MetricId> inputMetrics(Aggregate aggregate) {
        var metrics = new TreeSet<>(of(aggregate.left()).metrics());
        if (aggregate.right() != null) {
            metrics.addAll(of(aggregate.right()).metrics());
        }
        return metrics;
    }

    private static Set<MetricId> metricsOf(Aggregate aggregate, Map<StepId, Shape> shapes) {
        if (!aggregate.select().isEmpty()) {
            return new TreeSet<>(aggregate.select());
        }
        var metrics = new TreeSet<>(at(shapes, aggregate.left()).metrics());
        metrics.addAll(at(shapes, aggregate.right()).metrics());
        aggregate
                .formulas()
                .forEach(formula -> NamedFormula.parse(formula).ifPresent(named -> metrics.add(named.name())));
        return metrics;
    }

    private static Shape at(Map<StepId, Shape> shapes, @Nullable StepId step) {
        return step == null ? Shape.EMPTY : shapes.getOrDefault(step, Shape.EMPTY);
    }
}
