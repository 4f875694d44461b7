package io.asktrail.orchestrator.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.ToolId;
import io.asktrail.registry.Names;
import io.asktrail.registry.Registry;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.dimension.KnownValue;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.GoodDirection;
import io.asktrail.registry.metric.Measure;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.RowFilter;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.schema.TableId;
import io.asktrail.registry.tool.Capability;
import io.asktrail.registry.tool.ToolDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The registry as a catalogue to read: no connection, no row filter, nothing the caller may not see. */
final class CatalogueViews {
    private CatalogueViews() {}

    /** @param formula how it is worked out; null if it is measured */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MetricView(
            MetricId id,
            Names names,
            String unit,
            GoodDirection direction,
            String description,
            @Nullable String formula,
            List<TableId> sources,
            String owner) {}

    record DimensionView(DimensionId id, Names names, String description, List<String> values) {}

    record ToolView(
            @JsonProperty("tool_id") ToolId id,
            ToolDefinition.Kind kind,
            String purpose,
            @JsonProperty("latency_hint_ms") int latencyHintMs,
            List<CapabilityView> capabilities) {}

    record CapabilityView(String name, String purpose, List<MetricId> metrics, List<DimensionId> dimensions) {}

    record SchemaView(TableId table, String title, List<String> grain, List<ColumnView> columns) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ColumnView(
            String name,
            ColumnDefinition.Type type,
            @Nullable String description) {}

    static List<MetricView> metrics(Registry registry, Access access) {
        return registry.metrics().values().stream()
                .filter(metric -> !metric.hidden() && access.metrics().contains(metric.id()))
                .map(CatalogueViews::view)
                .toList();
    }

    private static MetricView view(MetricDefinition metric) {
        return new MetricView(
                metric.id(),
                metric.names(),
                metric.unit().text(),
                metric.good(),
                metric.description(),
                formula(metric.derivation()),
                sources(metric.derivation()),
                metric.owner());
    }

    private static @Nullable String formula(Derivation derivation) {
        return switch (derivation) {
            case Derivation.Measured _ -> null;
            case Derivation.Ratio(var formula) -> formula.text();
            case Derivation.Derived(var formula) -> formula.text();
            case Derivation.FirstAvailable(var candidates) ->
                "first available of "
                        + String.join(
                                ", ", candidates.stream().map(MetricId::value).toList());
        };
    }

    private static List<TableId> sources(Derivation derivation) {
        return derivation instanceof Derivation.Measured measured
                ? measured.measures().stream().map(Measure::table).distinct().toList()
                : List.of();
    }

    static List<DimensionView> dimensions(Registry registry, Access access) {
        return registry.dimensions().values().stream()
                .filter(dimension -> access.dimensions().contains(dimension.id()))
                .map(dimension -> new DimensionView(
                        dimension.id(),
                        dimension.names(),
                        dimension.description(),
                        values(dimension, registry, access)))
                .toList();
    }

    // A caller of one region learns no other region's name from the catalogue; of what lies within a region (cities)
    // the
    // registry does not say where each one is, so none is listed.
    private static List<String> values(DimensionDefinition dimension, Registry registry, Access access) {
        var values = dimension.values().stream().map(KnownValue::value);
        if (access.allRegions()) {
            return values.toList();
        }
        var guarded = guarded(registry);
        if (guarded.contains(dimension.id())) {
            return values.filter(access.regions()::contains).toList();
        }
        return dimension.parent() != null && guarded.contains(dimension.parent()) ? List.of() : values.toList();
    }

    private static Set<DimensionId> guarded(Registry registry) {
        return registry.tables().values().stream()
                .flatMap(table -> table.rowFilters().stream())
                .map(RowFilter::dimension)
                .collect(Collectors.toSet());
    }

    static List<ToolView> tools(Registry registry, Access access) {
        return registry.tools().values().stream()
                .map(tool -> new ToolView(
                        tool.id(),
                        tool.kind(),
                        tool.purpose(),
                        tool.latencyHintMs(),
                        tool.capabilities().stream()
                                .map(capability -> view(capability, registry, access))
                                .toList()))
                .toList();
    }

    private static CapabilityView view(Capability capability, Registry registry, Access access) {
        return new CapabilityView(
                capability.name(),
                capability.purpose(),
                capability.metrics().stream()
                        .filter(metric -> !registry.metric(metric).hidden())
                        .filter(access.metrics()::contains)
                        .toList(),
                capability.dimensions().stream()
                        .filter(access.dimensions()::contains)
                        .toList());
    }

    static List<SchemaView> schemas(Registry registry) {
        return registry.tables().values().stream().map(CatalogueViews::view).toList();
    }

    private static SchemaView view(TableDefinition table) {
        return new SchemaView(
                table.id(),
                table.title(),
                table.grain(),
                table.columns().stream()
                        .filter(column -> column.pii() == null)
                        .map(column -> new ColumnView(column.name(), column.type(), column.description()))
                        .toList());
    }
}
