package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every name in a task or a fetch, wherever it stands: what may not be shown may not be filtered, ordered or calculated
 * by either, since each of them tells something of it.
 *
 * @param dimensions all of them, probed ones too
 * @param probed those whose values are compared or put in order
 */
public record NamedFields(Set<MetricId> metrics, Set<DimensionId> dimensions, Set<DimensionId> probed) {
    public NamedFields {
        metrics = new TreeSet<>(metrics);
        dimensions = new TreeSet<>(dimensions);
        dimensions.addAll(probed);
        probed = new TreeSet<>(probed);
    }

    public static NamedFields of(TaskSpec task, Registry registry) {
        var fields = fields(task.filters(), task.orderBy());
        var names = new NamedFields(
                metrics(fields, registry),
                dimensionsOf(task),
                new TreeSet<>(task.entities().kept().keySet()));
        task.scopes().forEach(scope -> {
            names.metrics.addAll(scope.metrics());
            names.probe(scope.entities().kept().keySet());
        });
        names.metrics.addAll(task.metrics());
        task.calculations().stream()
                .map(Calculation::metric)
                .filter(Objects::nonNull)
                .forEach(names.metrics::add);
        names.probe(dimensions(fields, registry));
        return names;
    }

    private static Set<DimensionId> dimensionsOf(TaskSpec task) {
        var all = new TreeSet<>(task.groupBy());
        task.calculations().stream()
                .map(Calculation::of)
                .filter(Objects::nonNull)
                .forEach(all::add);
        return all;
    }

    public static NamedFields of(Fetch fetch, Registry registry) {
        var fields = fields(fetch.filters(), fetch.orderBy());
        var names = new NamedFields(
                metrics(fields, registry),
                new TreeSet<>(fetch.groupBy()),
                new TreeSet<>(fetch.entities().kept().keySet()));
        names.metrics.addAll(fetch.metrics());
        names.probe(dimensions(fields, registry));
        return names;
    }

    private void probe(Set<DimensionId> more) {
        probed.addAll(more);
        dimensions.addAll(more);
    }

    private static List<FieldId> fields(List<Filter> filters, List<Ordering> orderings) {
        return Stream.concat(
                        filters.stream().map(Filter::field), orderings.stream().map(Ordering::field))
                .toList();
    }

    private static Set<MetricId> metrics(List<FieldId> fields, Registry registry) {
        var found = new TreeSet<MetricId>();
        fields.stream().filter(registry::isMetric).map(FieldId::asMetric).forEach(found::add);
        return found;
    }

    private static Set<DimensionId> dimensions(List<FieldId> fields, Registry registry) {
        var found = new TreeSet<DimensionId>();
        fields.stream().filter(registry::isDimension).map(FieldId::asDimension).forEach(found::add);
        return found;
    }
}
