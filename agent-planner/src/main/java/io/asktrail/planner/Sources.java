package io.asktrail.planner;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.dimension.KnownValue;
import io.asktrail.registry.metric.Derivation.Measured;
import io.asktrail.registry.metric.Window;
import io.asktrail.registry.tool.Capability;
import io.asktrail.registry.tool.ToolDefinition;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds who gives a measured metric at a grain. */
final class Sources {
    private final Registry registry;

    Sources(Registry registry) {
        this.registry = registry;
    }

    /** Complete before fast, fast before slow; then the source that knows least beside what is asked. */
    Optional<Source> best(MetricId metric, Set<DimensionId> grouping, Conditions conditions) {
        if (windowOf(metric) == Window.TO_DATE && grouping.contains(TaskSpec.DATE)) {
            // Everything up to a day cannot be read as rows of single days.
            return Optional.empty();
        }
        var needed = new HashSet<>(grouping);
        needed.addAll(conditions.dimensions());
        var channels = channelsAmong(conditions);
        return registry.tools().values().stream()
                .flatMap(tool -> tool.capabilities().stream().map(capability -> new Source(tool, capability)))
                .filter(source -> gives(source, metric, needed, conditions))
                .min(Comparator.comparing((Source source) -> !source.coversChannels(channels))
                        .thenComparing(source -> isCutOff(source.capability()))
                        .thenComparing(source -> source.tool().latencyHintMs())
                        .thenComparing(
                                source -> source.capability().dimensions().size())
                        .thenComparing(Source::ref));
    }

    Window windowOf(MetricId metric) {
        return registry.metric(metric).derivation() instanceof Measured measured ? measured.window() : Window.PERIOD;
    }

    private boolean gives(Source source, MetricId metric, Set<DimensionId> needed, Conditions conditions) {
        var capability = source.capability();
        return source.tool().agent() != ToolDefinition.Agent.COMPUTE
                && capability.table() != null
                && capability.metrics().contains(metric)
                && needed.stream().allMatch(dimension -> has(capability, dimension))
                && source.coversChannels(conditions.valuesOf(Source.CHANNEL));
    }

    private boolean has(Capability capability, DimensionId dimension) {
        return capability.dimensions().contains(dimension)
                || (dimension.equals(TaskSpec.DATE) && tableOf(capability).isPresent());
    }

    // A table that forgets after some weeks is only taken where nothing else will do.
    private boolean isCutOff(Capability capability) {
        return tableOf(capability).map(table -> table.retentionDays() != null).orElse(false);
    }

    private Optional<io.asktrail.registry.schema.TableDefinition> tableOf(Capability capability) {
        return Optional.ofNullable(capability.table())
                .map(registry::table)
                .filter(io.asktrail.registry.schema.TableDefinition::isFact);
    }

    /** The ad channels that the rows can be of. */
    List<String> channelsAmong(Conditions conditions) {
        var kept = conditions.valuesOf(Source.CHANNEL);
        return kept.isEmpty()
                ? registry.findDimension(Source.CHANNEL)
                        .map(dimension -> dimension.values().stream()
                                .map(KnownValue::value)
                                .toList())
                        .orElse(List.of())
                : kept;
    }
}
