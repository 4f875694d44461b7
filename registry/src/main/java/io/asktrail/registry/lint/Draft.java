package io.asktrail.registry.lint;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.ToolId;
import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.registry.Registry;
import io.asktrail.registry.calendar.CalendarDefinition;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.file.FileKind;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.policy.PolicyDefinition;
import io.asktrail.registry.rate.RateTable;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.schema.TableId;
import io.asktrail.registry.template.TemplateDefinition;
import io.asktrail.registry.tool.ToolDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every definition that could be read, not yet checked against the others.
 *
 * @param named the ids of all files by kind, of those too that could not be read: that a metric's own file is broken is
 *     one fault, not one more at each place that names it
 * @param registry the definitions as a registry, for questions about paths; of a repeated id it has the first
 */
public record Draft(
        List<Defined<MetricDefinition>> metrics,
        List<Defined<DimensionDefinition>> dimensions,
        List<Defined<TableDefinition>> tables,
        List<Defined<ToolDefinition>> tools,
        List<Defined<TemplateDefinition>> templates,
        List<Defined<PolicyDefinition>> policies,
        List<Defined<VerifiedQuestion>> verified,
        List<Defined<RateTable>> rates,
        List<Defined<CalendarDefinition>> calendars,
        Map<FileKind, Set<String>> named,
        Registry registry) {

    boolean names(MetricId metric) {
        return names(FileKind.METRIC, metric.value());
    }

    boolean names(DimensionId dimension) {
        return names(FileKind.DIMENSION, dimension.value());
    }

    boolean names(ToolId tool) {
        return names(FileKind.TOOL, tool.value());
    }

    boolean names(TableId table) {
        return names(FileKind.SCHEMA, table.value());
    }

    private boolean names(FileKind kind, String id) {
        return named.getOrDefault(kind, Set.of()).contains(id);
    }
}
