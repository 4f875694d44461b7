package io.asktrail.composer.followup;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.Window;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.tool.Capability;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Three questions that a reader may ask next, each a task that some source can answer and this caller may ask. */
public final class Followups {
    private static final int OFFERED = 3;
    private static final long DAYS_FOR_WEEKS = 21;
    private static final long DAYS_FOR_MONTHS = 120;

    private final Registry registry;
    private final Access access;
    private final TaskSpec task;

    public Followups(Registry registry, Access access, TaskSpec task) {
        this.registry = registry;
        this.access = access;
        this.task = task;
    }

    public List<TaskSpec> offer() {
        if (task.intent() != Intent.ANALYTICS_QUERY || task.time() == null) {
            return List.of();
        }
        var offers = new ArrayList<TaskSpec>();
        earlier().ifPresent(offers::add);
        overTime().ifPresent(offers::add);
        splits().limit(OFFERED).forEach(offers::add);
        return offers.stream().limit(OFFERED).toList();
    }

    private Optional<TaskSpec> earlier() {
        return task.compare() != null || !task.calculations().isEmpty()
                ? Optional.empty()
                : Optional.of(task.toBuilder()
                        .compare(registry.calendar().previousPeriod(task.period()))
                        .build());
    }

    private Optional<TaskSpec> overTime() {
        var time = task.period();
        if (task.isSeries() || time.days() < 2 || !split(TaskSpec.DATE)) {
            return Optional.empty();
        }
        var grain = time.days() < DAYS_FOR_WEEKS ? Grain.DAY : time.days() < DAYS_FOR_MONTHS ? Grain.WEEK : Grain.MONTH;
        return Optional.of(task.toBuilder()
                .time(new Period(time.start(), time.end(), time.tz(), time.range(), grain))
                .groupBy(List.of())
                .orderBy(List.of())
                .limit(null)
                .calculations(List.of())
                .filters(withoutGroupFilters())
                .build());
    }

    // A condition on campaigns' ACOS means something else by week.
    private List<io.asktrail.contracts.task.Filter> withoutGroupFilters() {
        return task.filters().stream()
                .filter(filter -> !registry.isMetric(filter.field()))
                .toList();
    }

    // Small dimensions first: their values are few enough to be written in the registry.
    private Stream<TaskSpec> splits() {
        return registry.dimensions().values().stream()
                .filter(dimension -> dimension.kind() == DimensionDefinition.Kind.CATEGORY)
                .filter(dimension -> access.dimensions().contains(dimension.id()))
                .filter(dimension -> !task.groupBy().contains(dimension.id()))
                .filter(dimension -> task.entities().valuesOf(dimension.id()).size() != 1)
                .sorted(Comparator.comparing((DimensionDefinition dimension) ->
                                dimension.values().isEmpty())
                        .thenComparing(DimensionDefinition::id))
                .map(DimensionDefinition::id)
                .filter(this::split)
                .map(dimension -> task.toBuilder()
                        .groupBy(List.of(dimension))
                        .orderBy(List.of())
                        .limit(null)
                        .calculations(List.of())
                        .build());
    }

    private boolean split(DimensionId dimension) {
        var needed = new HashSet<DimensionId>();
        needed.add(dimension);
        needed.addAll(task.entities().kept().keySet());
        task.filters().stream()
                .filter(filter -> !registry.isMetric(filter.field()))
                .forEach(filter -> needed.add(filter.field().asDimension()));
        return task.metrics().stream().allMatch(metric -> served(metric, needed));
    }

    private boolean served(MetricId metric, Set<DimensionId> dimensions) {
        return registry.findMetric(metric)
                .map(definition -> switch (definition.derivation()) {
                    // What counts from the beginning up to a day has no value by day.
                    case Derivation.Measured measured ->
                        (measured.window() == Window.PERIOD || !dimensions.contains(TaskSpec.DATE))
                                && capabilities()
                                        .anyMatch(capability ->
                                                capability.metrics().contains(metric)
                                                        && new HashSet<>(capability.dimensions())
                                                                .containsAll(dimensions));
                    case Derivation.FirstAvailable(var candidates) ->
                        candidates.stream().anyMatch(candidate -> served(candidate, dimensions));
                    case Derivation.Ratio _, Derivation.Derived _ ->
                        definition.derivation().inputs().stream().allMatch(input -> served(input, dimensions));
                })
                .orElse(false);
    }

    private Stream<Capability> capabilities() {
        return registry.tools().values().stream()
                .map(tool -> tool.capabilities())
                .flatMap(Collection::stream);
    }
}
