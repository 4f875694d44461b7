package io.asktrail.planner;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which rows count for a number.
 *
 * @param filters conditions on dimensions beside the kept values
 */
record Conditions(Entities entities, List<Filter> filters) {
    static final Conditions NONE = new Conditions(Entities.NONE, List.of());

    Conditions {
        filters = List.copyOf(filters);
    }

    SortedSet<DimensionId> dimensions() {
        var found = new TreeSet<>(entities.kept().keySet());
        filters.forEach(filter -> found.add(filter.field().asDimension()));
        return found;
    }

    Conditions keeping(Set<DimensionId> dimensions) {
        var kept = new java.util.TreeMap<>(entities.kept());
        kept.keySet().retainAll(dimensions);
        return new Conditions(
                new Entities(kept),
                filters.stream()
                        .filter(filter -> dimensions.contains(filter.field().asDimension()))
                        .toList());
    }

    /** A scope says more exactly what one metric is asked for, so its values replace those of the whole task. */
    Conditions narrowedTo(Entities scope) {
        var narrowed = entities;
        for (var entry : scope.kept().entrySet()) {
            narrowed = narrowed.with(entry.getKey(), entry.getValue());
        }
        return new Conditions(narrowed, filters);
    }

    Conditions and(Filter filter) {
        if (filters.contains(filter)) {
            return this;
        }
        var more = new ArrayList<>(filters);
        more.add(filter);
        return new Conditions(entities, more);
    }

    /** The only values of a dimension that can be among the rows; empty if nothing narrows it to a list. */
    List<String> valuesOf(DimensionId dimension) {
        var kept = entities.valuesOf(dimension);
        if (!kept.isEmpty()) {
            return kept;
        }
        return filters.stream()
                .filter(filter -> filter.field().value().equals(dimension.value()))
                .filter(filter -> filter.op() == Operator.EQ || filter.op() == Operator.IN)
                .findFirst()
                .map(filter -> filter.value() == null
                        ? List.<String>of()
                        : filter.value().texts())
                .orElse(List.of());
    }
}
