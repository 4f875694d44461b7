package io.asktrail.planner;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Scope;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.Draft.Turned;
import io.asktrail.planner.Sourcing.NoPath;
import io.asktrail.planner.saying.PlannerSaying;
import io.asktrail.registry.Registry;
import io.asktrail.registry.wording.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says which part of a task nothing serves, and what could be asked instead. */
final class NoPathExplanation {
    private final Registry registry;
    private final Wanted wanted;

    NoPathExplanation(Registry registry, Wanted wanted) {
        this.registry = registry;
        this.wanted = wanted;
    }

    Turned explain(NoPath noPath) {
        return new Turned(ErrorCode.NO_PATH, reason(noPath), instead(noPath));
    }

    private Said reason(NoPath noPath) {
        var lacking = noPath.lacking();
        var notNarrowed =
                Said.of(PlannerSaying.NOT_NARROWED).metric(noPath.metric()).dimensions(lacking);
        return switch (noPath.obstacle()) {
            case GROUPING ->
                Said.of(PlannerSaying.NOT_BY).metric(noPath.metric()).dimensions(lacking);
            case SCOPE -> notNarrowed;
            case CONDITION ->
                wanted.shown().size() == 1
                        ? notNarrowed
                        : Said.of(PlannerSaying.NONE_NARROWED).dimensions(lacking);
            case MIXED -> Said.of(PlannerSaying.MIXED_BASES).metric(noPath.metric());
        };
    }

    private List<TaskSpec> instead(NoPath noPath) {
        var task = wanted.task();
        var instead = new ArrayList<TaskSpec>();
        instead.add(wider(task, noPath.lacking()));
        instead.add(withoutMetric(task, noPath.metric()));
        instead.add(without(task, noPath.lacking()));
        instead.add(withoutMetric(without(task, noPath.lacking()), noPath.metric()));
        return instead.stream().filter(candidate -> !candidate.equals(task)).toList();
    }

    /** By state where there is nothing by city. */
    private TaskSpec wider(TaskSpec task, Set<DimensionId> lacking) {
        var groups = task.groupBy().stream()
                .map(dimension -> lacking.contains(dimension) ? parentOf(dimension) : dimension)
                .distinct()
                .toList();
        return cleaned(task.toBuilder().groupBy(groups).build());
    }

    private DimensionId parentOf(DimensionId dimension) {
        var parent = registry.dimension(dimension).parent();
        return parent == null ? dimension : parent;
    }

    private TaskSpec withoutMetric(TaskSpec task, MetricId metric) {
        var left =
                task.metrics().stream().filter(other -> !other.equals(metric)).toList();
        if (left.isEmpty()) {
            return task;
        }
        return cleaned(task.toBuilder()
                .metrics(left)
                .filters(task.filters().stream()
                        .filter(filter -> !filter.field().value().equals(metric.value()))
                        .toList())
                .calculations(task.calculations().stream()
                        .filter(calculation -> !metric.equals(calculation.metric()))
                        .toList())
                .orderBy(task.orderBy().stream()
                        .filter(ordering -> !ordering.field().value().equals(metric.value()))
                        .toList())
                .scopes(withoutMetric(task.scopes(), metric))
                .build());
    }

    private static List<Scope> withoutMetric(List<Scope> scopes, MetricId metric) {
        return scopes.stream()
                .filter(scope -> !scope.metrics().equals(List.of(metric)))
                .map(scope -> new Scope(
                        scope.metrics().stream()
                                .filter(other -> !other.equals(metric))
                                .toList(),
                        scope.entities()))
                .toList();
    }

    private TaskSpec without(TaskSpec task, Set<DimensionId> lacking) {
        return cleaned(task.toBuilder()
                .groupBy(task.groupBy().stream()
                        .filter(dimension -> !lacking.contains(dimension))
                        .toList())
                .entities(without(task.entities(), lacking))
                .filters(task.filters().stream()
                        .filter(filter -> registry.isMetric(filter.field())
                                || !lacking.contains(filter.field().asDimension()))
                        .toList())
                .calculations(task.calculations().stream()
                        .filter(calculation -> calculation.of() == null || !lacking.contains(calculation.of()))
                        .toList())
                .scopes(task.scopes().stream()
                        .filter(scope -> !without(scope.entities(), lacking).isEmpty())
                        .map(scope -> new Scope(scope.metrics(), without(scope.entities(), lacking)))
                        .toList())
                .build());
    }

    private static Entities without(Entities entities, Set<DimensionId> lacking) {
        var left = entities;
        for (var dimension : lacking) {
            left = left.without(dimension);
        }
        return left;
    }

    // What is ordered by a group that is gone, or cut to one row of one, asks for nothing any more.
    private TaskSpec cleaned(TaskSpec task) {
        var ordering = task.orderBy().stream()
                .filter(order -> registry.isMetric(order.field())
                        || task.groupBy().contains(order.field().asDimension())
                        || task.isSeries())
                .toList();
        var hasGroups = task.isSeries() || !task.groupBy().isEmpty();
        return task.toBuilder()
                .orderBy(hasGroups ? ordering : List.of())
                .limit(hasGroups ? task.limit() : null)
                .build();
    }
}
