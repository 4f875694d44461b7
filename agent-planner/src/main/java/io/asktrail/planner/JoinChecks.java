package io.asktrail.planner;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.Draft.Turned;
import io.asktrail.planner.Sourcing.Sourced;
import io.asktrail.planner.Sourcing.SourcedMetric;
import io.asktrail.planner.saying.PlannerSaying;
import io.asktrail.registry.tool.ToolDefinition;
import io.asktrail.registry.wording.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of different tools meet only on dimensions that both tools declare to mean the same. */
final class JoinChecks {
    private final Wanted wanted;

    JoinChecks(Wanted wanted) {
        this.wanted = wanted;
    }

    Optional<Turned> firstObjection(Sourced sourced) {
        var tools = toolsOf(sourced);
        if (tools.size() < 2) {
            return Optional.empty();
        }
        return wanted.grouping().stream()
                .filter(dimension -> !dimension.equals(TaskSpec.DATE))
                .filter(dimension ->
                        tools.stream().anyMatch(tool -> !tool.joinKeys().contains(dimension)))
                .findFirst()
                .map(dimension -> turned(sourced, dimension));
    }

    private Turned turned(Sourced sourced, DimensionId dimension) {
        var metrics = sourced.metrics().stream().map(SourcedMetric::metric).toList();
        return new Turned(
                ErrorCode.NO_PATH,
                Said.of(PlannerSaying.NOT_MATCHED).metrics(metrics).dimension(dimension),
                perTool(sourced));
    }

    /** The metrics of each tool for themselves. */
    private List<TaskSpec> perTool(Sourced sourced) {
        var instead = new ArrayList<TaskSpec>();
        for (var tool : toolsOf(sourced)) {
            List<MetricId> own = sourced.metrics().stream()
                    .filter(metric -> toolsOf(metric).equals(Set.of(tool)))
                    .map(SourcedMetric::metric)
                    .filter(wanted.task().metrics()::contains)
                    .toList();
            if (!own.isEmpty()) {
                instead.add(TaskSpec.query(own, wanted.task().period())
                        .groupBy(wanted.task().groupBy())
                        .entities(wanted.task().entities())
                        .build());
            }
        }
        return instead;
    }

    private static Set<ToolDefinition> toolsOf(Sourced sourced) {
        return sourced.metrics().stream()
                .flatMap(metric -> toolsOf(metric).stream())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static Set<ToolDefinition> toolsOf(SourcedMetric metric) {
        return metric.reads().values().stream()
                .map(read -> read.source().tool())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
