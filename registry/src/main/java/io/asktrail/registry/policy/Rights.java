package io.asktrail.registry.policy;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.dimension.Binding;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.policy.PolicyDefinition.Pii;
import io.asktrail.registry.schema.ColumnName;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.schema.TableId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out what a caller may see of what the registry defines; a role without a policy gives nothing. */
public final class Rights {
    private final Map<MetricId, MetricDefinition> metrics;
    private final Map<DimensionId, DimensionDefinition> dimensions;
    private final Map<TableId, TableDefinition> tables;
    private final List<PolicyDefinition> own;

    private Rights(
            Map<MetricId, MetricDefinition> metrics,
            Map<DimensionId, DimensionDefinition> dimensions,
            Map<TableId, TableDefinition> tables,
            List<PolicyDefinition> own) {
        this.metrics = metrics;
        this.dimensions = dimensions;
        this.tables = tables;
        this.own = own;
    }

    /** @param policies those of all roles */
    public static Access of(
            Caller caller,
            List<PolicyDefinition> policies,
            Map<MetricId, MetricDefinition> metrics,
            Map<DimensionId, DimensionDefinition> dimensions,
            Map<TableId, TableDefinition> tables) {
        var own = policies.stream().filter(policy -> caller.has(policy.role())).toList();
        return new Rights(metrics, dimensions, tables, own).access(caller);
    }

    private Access access(Caller caller) {
        var personal = own.stream().anyMatch(policy -> policy.pii() == Pii.ALLOW);
        var open = dimensions.values().stream().filter(this::permits).toList();
        return new Access(
                openMetrics(),
                ids(open, _ -> true),
                caller.seesAllRegions() ? Set.of() : Set.copyOf(caller.regions()),
                caller.seesAllRegions(),
                personal,
                personal ? Set.of() : ids(open, this::isPersonal));
    }

    private static Set<DimensionId> ids(List<DimensionDefinition> all, Predicate<DimensionDefinition> kept) {
        return all.stream().filter(kept).map(DimensionDefinition::id).collect(Collectors.toUnmodifiableSet());
    }

    private boolean permits(DimensionDefinition dimension) {
        return own.stream()
                .anyMatch(policy -> policy.dimensions().permits(dimension.id())
                        && (policy.columns().isOpen() || columns(dimension).allMatch(policy.columns()::permits)));
    }

    private static Stream<ColumnName> columns(DimensionDefinition dimension) {
        return dimension.columns().stream()
                .flatMap(binding -> columns(binding).map(column -> ColumnName.of(binding.table(), column)));
    }

    private static Stream<String> columns(Binding binding) {
        return Stream.of(binding.column(), binding.key(), binding.title()).filter(Objects::nonNull);
    }

    private boolean isPersonal(DimensionDefinition dimension) {
        return dimension.columns().stream().anyMatch(this::isPersonal);
    }

    private boolean isPersonal(Binding binding) {
        var table = tables.get(binding.table());
        return table != null
                && columns(binding)
                        .flatMap(column -> table.column(column).stream())
                        .anyMatch(column -> column.pii() != null);
    }

    // Profit over sales tells the cost: what is worked out from a closed number is closed, too.
    private Set<MetricId> openMetrics() {
        var known = new HashMap<MetricId, Boolean>();
        return metrics.keySet().stream()
                .filter(metric -> isOpen(metric, known))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isOpen(MetricId id, Map<MetricId, Boolean> known) {
        var before = known.get(id);
        if (before != null) {
            return before;
        }
        // While it is being worked out it is closed, which ends a circle.
        known.put(id, false);
        var metric = metrics.get(id);
        var open = metric != null
                && permits(metric)
                && metric.derivation().inputs().stream().allMatch(input -> isOpen(input, known));
        known.put(id, open);
        return open;
    }

    private boolean permits(MetricDefinition metric) {
        return own.stream()
                .anyMatch(policy -> policy.metrics().permits(metric.id())
                        && (policy.columns().isOpen() || columns(metric).allMatch(policy.columns()::permits)));
    }

    private static Stream<ColumnName> columns(MetricDefinition metric) {
        return switch (metric.derivation()) {
            case Derivation.Measured(var measures, var _) ->
                measures.stream()
                        .flatMap(measure -> measure.columns().map(column -> ColumnName.of(measure.table(), column)));
            case Derivation.Ratio _, Derivation.Derived _, Derivation.FirstAvailable _ -> Stream.empty();
        };
    }
}
