package io.asktrail.planner;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A task, sorted into what a plan is made from.
 *
 * @param shown the metrics of the answer
 * @param helping metrics that only filters and orderings name
 * @param grouping the dimensions of a row, the date first
 * @param having conditions on metrics, which keep groups
 * @param conditions what holds for every metric that no scope narrows
 * @param ordering complete: the same rows always come in the same order
 */
record Wanted(
        TaskSpec task,
        List<MetricId> shown,
        List<MetricId> helping,
        List<DimensionId> grouping,
        @Nullable Grain grain,
        List<Filter> having,
        Conditions conditions,
        List<Ordering> ordering) {

    static Wanted of(TaskSpec task, Registry registry) {
        var shown = distinct(Stream.concat(
                task.metrics().stream(),
                task.calculations().stream().map(Calculation::metric).filter(Objects::nonNull)));
        var onMetrics = task.filters().stream()
                .filter(filter -> registry.isMetric(filter.field()))
                .toList();
        var onDimensions = task.filters().stream()
                .filter(filter -> !registry.isMetric(filter.field()))
                .toList();
        var helping = distinct(Stream.concat(
                        onMetrics.stream().map(Filter::field),
                        task.orderBy().stream().map(Ordering::field).filter(registry::isMetric))
                .map(FieldId::asMetric)
                .filter(metric -> !shown.contains(metric)));
        var grouping = grouping(task);
        return new Wanted(
                task,
                shown,
                helping,
                grouping,
                grouping.contains(TaskSpec.DATE)
                        ? Objects.requireNonNullElse(task.period().grain(), Grain.DAY)
                        : null,
                onMetrics,
                new Conditions(task.entities(), onDimensions),
                ordering(task, shown, grouping));
    }

    private static List<DimensionId> grouping(TaskSpec task) {
        var counted = task.calculations().stream()
                .filter(calculation -> calculation.kind() == Calculation.Kind.COUNT)
                .map(Calculation::of)
                .filter(Objects::nonNull);
        var date = task.isSeries() ? Stream.of(TaskSpec.DATE) : Stream.<DimensionId>empty();
        return distinct(Stream.of(date, task.groupBy().stream(), counted).flatMap(dimensions -> dimensions));
    }

    private static List<Ordering> ordering(TaskSpec task, List<MetricId> shown, List<DimensionId> grouping) {
        var ordering = new ArrayList<>(task.orderBy());
        if (ordering.isEmpty() && !grouping.isEmpty() && !grouping.contains(TaskSpec.DATE)) {
            ordering.add(new Ordering(FieldId.of(shown.getFirst()), Direction.DESC));
        }
        // Equal values would come in any order: the names of the groups decide.
        grouping.stream()
                .map(FieldId::of)
                .filter(field ->
                        ordering.stream().noneMatch(given -> given.field().equals(field)))
                .toList()
                .forEach(field -> ordering.add(new Ordering(field, Direction.ASC)));
        return List.copyOf(ordering);
    }

    /** Every metric that has to be worked out. */
    List<MetricId> needed() {
        return Stream.concat(shown.stream(), helping.stream()).toList();
    }

    /** What a scope keeps for one metric; nothing if no scope names it. */
    Entities scopeOf(MetricId metric) {
        var kept = Entities.NONE;
        for (var scope : task.scopes()) {
            if (scope.metrics().contains(metric)) {
                for (var entry : scope.entities().kept().entrySet()) {
                    kept = kept.with(entry.getKey(), entry.getValue());
                }
            }
        }
        return kept;
    }

    Conditions conditionsOf(MetricId metric) {
        return conditions.narrowedTo(scopeOf(metric));
    }

    /** Whether the groups are counted instead of shown. */
    boolean counts() {
        return task.calculations().stream().anyMatch(calculation -> calculation.kind() == Calculation.Kind.COUNT);
    }

    boolean isSeries() {
        return grouping.contains(TaskSpec.DATE);
    }

    private static <T> List<T> distinct(Stream<T> values) {
        return List.copyOf(new LinkedHashSet<>(values.toList()));
    }
}
