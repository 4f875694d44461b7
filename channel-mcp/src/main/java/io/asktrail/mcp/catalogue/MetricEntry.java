package io.asktrail.mcp.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.asktrail.mcp.front.MetricCard;
import org.jspecify.annotations.Nullable;

/**
 * A metric in a list.
 *
 * @param good whether up or down is good
 * @param formula null if it is measured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MetricEntry(
        String id,
        String label,
        String unit,
        String good,
        String description,
        @Nullable String formula) {
    public static MetricEntry of(MetricCard metric) {
        return new MetricEntry(
                metric.id(),
                metric.names().english(),
                metric.unit(),
                metric.direction(),
                metric.description(),
                metric.formula());
    }
}
