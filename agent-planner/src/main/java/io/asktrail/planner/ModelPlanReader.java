package io.asktrail.planner;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.plan.Winners;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.model.ModelPlan;
import io.asktrail.planner.model.ModelPlan.ModelStep;
import io.asktrail.planner.model.ModelPlan.Order;
import io.asktrail.planner.model.ModelPlan.Span;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Derivation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan of what a model decided. Every condition, date, value and formula comes from the task and the registry, so
 * that there is nothing for a model to write that could make a number wider, narrower or other than asked.
 */
final class ModelPlanReader {
    private final TaskSpec task;
    private final Wanted wanted;
    private final Registry registry;
    private final Map<StepId, List<DimensionId>> groupings = new HashMap<>();
    private final Map<StepId, Span> periods = new HashMap<>();

    ModelPlanReader(TaskSpec task, Registry registry) {
        this.task = task;
        this.wanted = Wanted.of(task, registry);
        this.registry = registry;
    }

    /** @throws IllegalArgumentException with a sentence that the model can act on */
    Plan read(ModelPlan written) {
        var steps = new ArrayList<Step>();
        for (var step : written.steps()) {
            steps.add(read(step));
        }
        var plan = new Plan(steps, new Plan.Outputs(new StepId(written.table()), true));
        requireNoDeadEnds(plan);
        requireAllPoints(plan);
        return plan;
    }

    private void requireAllPoints(Plan plan) {
        var fills = plan.steps().stream()
                .anyMatch(step -> step.inputs() instanceof Aggregate aggregate && aggregate.grain() != null);
        if (wanted.isSeries() && !fills) {
            throw new IllegalArgumentException("no step fills the series: set fill where it ends");
        }
    }

    // A step that nothing uses could honour a condition for show.
    private static void requireNoDeadEnds(Plan plan) {
        var needed = new HashSet<StepId>();
        needed.add(plan.outputs().table());
        for (var step : plan.steps().reversed()) {
            if (!needed.contains(step.id())) {
                throw new IllegalArgumentException(
                        "step %s leads nowhere: leave it out or use it".formatted(step.id()));
            }
            needed.addAll(step.inputs().needs());
        }
    }

    private Step read(ModelStep step) {
        var id = new StepId(step.id());
        return switch (step) {
            case ModelPlan.Read reading -> new Step(id, ToolRef.parse(reading.tool()), fetch(id, reading));
            case ModelPlan.Work work -> new Step(id, ComputeTools.AGGREGATE, aggregate(id, work));
            case ModelPlan.Compare compare -> new Step(id, ComputeTools.COMPARE, compare(id, compare));
        };
    }

    private Fetch fetch(StepId id, ModelPlan.Read reading) {
        var grouping = reading.groupBy().stream().map(DimensionId::new).toList();
        groupings.put(id, grouping);
        periods.put(id, reading.period());
        return new Fetch(
                metrics(reading.metrics()),
                grouping,
                grouping.contains(TaskSpec.DATE) ? wanted.grain() : null,
                range(reading.period()),
                task.period().tz(),
                wanted.conditions().entities(),
                wanted.conditions().filters(),
                List.of(),
                null,
                winners(reading, grouping));
    }

    private DateRange range(Span span) {
        return switch (span) {
            case ASKED -> new DateRange(task.period().start(), task.period().end());
            case COMPARED -> {
                var compare = task.compare();
                if (compare == null) {
                    throw new IllegalArgumentException("the task compares no periods: read the asked one");
                }
                yield new DateRange(compare.start(), compare.end());
            }
        };
    }

    private @Nullable Winners winners(ModelPlan.Read reading, List<DimensionId> grouping) {
        if (reading.only() == null) {
            return null;
        }
        var of = new StepId(reading.only());
        var dimension = groupingOf(of).stream()
                .filter(grouping::contains)
                .filter(shared -> !shared.equals(TaskSpec.DATE))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "step %s and %s are grouped by nothing in common".formatted(reading.id(), of)));
        return new Winners(of, dimension, null);
    }

    private Aggregate aggregate(StepId id, ModelPlan.Work work) {
        var left = new StepId(work.left());
        var grouping = groupingOf(left);
        groupings.put(id, grouping);
        periods.put(id, periodOf(left));
        var isSeries = grouping.contains(TaskSpec.DATE);
        return new Aggregate(
                left,
                work.right() == null ? null : new StepId(work.right()),
                work.right() == null ? List.of() : grouping,
                work.workOut().stream().map(this::formula).toList(),
                metrics(work.select()),
                work.conditions() ? wanted.having() : List.of(),
                work.calculations() ? task.calculations() : List.of(),
                ordering(work.order(), grouping),
                work.order() == Order.FIRST ? task.limit() : null,
                work.fill() ? range(periodOf(left)) : null,
                work.fill() && isSeries ? wanted.grain() : null,
                null,
                work.within() == null ? null : new StepId(work.within()));
    }

    private StepInputs compare(StepId id, ModelPlan.Compare compare) {
        var current = new StepId(compare.current());
        var grouping = groupingOf(current);
        groupings.put(id, grouping);
        return new StepInputs.Compare(
                current,
                new StepId(compare.previous()),
                grouping,
                metrics(compare.metrics()),
                ordering(compare.order(), grouping),
                compare.order() == Order.FIRST ? task.limit() : null);
    }

    private List<DimensionId> groupingOf(StepId step) {
        var grouping = groupings.get(step);
        if (grouping == null) {
            throw new IllegalArgumentException("step %s is named before it is there".formatted(step));
        }
        return grouping;
    }

    private Span periodOf(StepId step) {
        return periods.getOrDefault(step, Span.ASKED);
    }

    private static List<MetricId> metrics(List<String> names) {
        return names.stream().map(MetricId::new).toList();
    }

    private String formula(String name) {
        var metric = registry.findMetric(new MetricId(name))
                .orElseThrow(() -> new IllegalArgumentException("there is no metric " + name));
        return switch (metric.derivation()) {
            case Derivation.Measured _ ->
                throw new IllegalArgumentException(name + " has no formula: it is read from a source");
            case Derivation.Ratio(var formula) -> name + "=" + formula.text();
            case Derivation.Derived(var formula) -> name + "=" + formula.text();
            // What stands in for the first choice counts other rows, which is no decision for a model.
            case Derivation.FirstAvailable(var candidates) -> name + "=" + candidates.getFirst();
        };
    }

    // Complete, so that the same rows always come in the same order.
    private List<Ordering> ordering(Order order, List<DimensionId> grouping) {
        if (order == Order.NONE) {
            return List.of();
        }
        var fields = new ArrayList<Ordering>();
        var isSeries = grouping.contains(TaskSpec.DATE);
        task.orderBy().stream()
                .filter(asked -> registry.isMetric(asked.field())
                        ? !isSeries || task.limit() == null
                        : grouping.contains(asked.field().asDimension()))
                .forEach(fields::add);
        if (fields.isEmpty() && !isSeries && !grouping.isEmpty()) {
            fields.add(new Ordering(FieldId.of(task.metrics().getFirst()), Direction.DESC));
        }
        Set<FieldId> named = new HashSet<>(fields.stream().map(Ordering::field).toList());
        grouping.stream()
                .map(FieldId::of)
                .filter(named::add)
                .forEach(field -> fields.add(new Ordering(field, Direction.ASC)));
        return List.copyOf(fields);
    }
}
