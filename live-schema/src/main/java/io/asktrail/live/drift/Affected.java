package io.asktrail.live.drift;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.DimensionPath;
import io.asktrail.registry.DimensionPath.Hop;
import io.asktrail.registry.Registry;
import io.asktrail.registry.dimension.Binding;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.Measure;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.schema.RowCondition;
import io.asktrail.registry.schema.TableDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can no longer be answered without a column, or without a table. */
public final class Affected {
    private final Registry registry;
    private final TableDefinition table;
    private final @Nullable String column;

    /** @param column null for the whole table */
    public Affected(Registry registry, TableDefinition table, @Nullable String column) {
        this.registry = registry;
        this.table = table;
        this.column = column;
    }

    /** Those that every source has lost: a metric that another table still measures goes on. */
    public List<MetricId> metrics() {
        var lost = new HashSet<MetricId>();
        registry.metrics().values().stream()
                .filter(this::isMeasuredHereAlone)
                .map(MetricDefinition::id)
                .forEach(lost::add);
        while (lost.addAll(derivedFrom(lost))) {
            // until nothing more follows
        }
        return lost.stream().sorted().toList();
    }

    private Set<MetricId> derivedFrom(Set<MetricId> lost) {
        var more = new HashSet<MetricId>();
        for (var metric : registry.metrics().values()) {
            var inputs = metric.derivation().inputs();
            var fails =
                    switch (metric.derivation()) {
                        case Derivation.Measured _ -> false;
                        case Derivation.Ratio _, Derivation.Derived _ ->
                            inputs.stream().anyMatch(lost::contains);
                        case Derivation.FirstAvailable _ -> lost.containsAll(inputs);
                    };
            if (fails) {
                more.add(metric.id());
            }
        }
        return more;
    }

    private boolean isMeasuredHereAlone(MetricDefinition metric) {
        return metric.derivation() instanceof Derivation.Measured measured
                && measured.measures().stream().allMatch(this::needs);
    }

    /** Whether a measure reads it. */
    public boolean needs(Measure measure) {
        if (!measure.table().equals(table.id())) {
            return false;
        }
        return column == null
                || column.equals(table.dateColumn())
                || measure.columns().anyMatch(column::equals)
                || measure.where().stream().map(RowCondition::column).anyMatch(column::equals);
    }

    /** Those that rows of some source cannot be split by any more. */
    public List<DimensionId> dimensions() {
        return registry.dimensions().values().stream()
                .filter(dimension -> dimension.columns().stream().anyMatch(this::stands) || isReachedThrough(dimension))
                .map(DimensionDefinition::id)
                .sorted()
                .toList();
    }

    private boolean stands(Binding binding) {
        return binding.table().equals(table.id())
                && (column == null || columns(binding).anyMatch(column::equals));
    }

    private static Stream<String> columns(Binding binding) {
        return Stream.of(binding.column(), binding.key(), binding.title()).filter(Objects::nonNull);
    }

    private boolean isReachedThrough(DimensionDefinition dimension) {
        return registry.tables().values().stream()
                .filter(TableDefinition::isFact)
                .flatMap(fact -> registry.path(fact.id(), dimension.id()).stream())
                .anyMatch(path -> path.hops().stream().anyMatch(this::cuts));
    }

    /** Whether a fact has a dimension no more: its column is gone, or a key on the way there. */
    public boolean cuts(DimensionPath path) {
        return stands(path.binding()) || path.hops().stream().anyMatch(this::cuts);
    }

    // A key that is gone cuts off what it leads to.
    private boolean cuts(Hop hop) {
        return hop.from().equals(table.id())
                        && (column == null || hop.key().column().equals(column))
                || hop.key().references().equals(table.id())
                        && (column == null || hop.key().referencesColumn().equals(column));
    }
}
