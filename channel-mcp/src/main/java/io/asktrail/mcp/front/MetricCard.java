package io.asktrail.mcp.front;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric as {@code /v1/metrics} tells of it, as far as an assistant needs it.
 *
 * @param direction whether up is good
 * @param formula how it is worked out; null if it is measured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MetricCard(
        String id,
        CardNames names,
        String unit,
        String direction,
        String description,
        @Nullable String formula,
        @Nullable List<String> sources) {}
