package io.asktrail.registry.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.TemplateId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Ordering;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query under a name: its shape stands here, its parameters are set by who calls it. It is no text of SQL; what it
 * reads, it reads through a capability, with everything that holds there.
 *
 * @param capability whose table, metrics, dimensions and quota it uses
 * @param grain of {@code date}, exactly where it is grouped by that
 * @param period the names of the two date parameters
 * @param limit null if the capability's quota alone cuts
 */
public record TemplateDefinition(
        TemplateId id,
        String purpose,
        ToolRef capability,
        List<MetricId> metrics,
        @JsonProperty("group_by") List<DimensionId> groupBy,
        @Nullable Grain grain,
        Period period,
        List<Condition> filters,
        @JsonProperty("order_by") List<Ordering> orderBy,
        @Nullable RowLimit limit,
        List<TemplateParameter> params) {
    /** Both days are included. */
    public record Period(String start, String end) {}

    /**
     * What rows, or groups if the field is a metric, must satisfy.
     *
     * @param value fixed; null if a parameter gives it
     * @param param what gives the value; the condition falls away where an optional one is not given
     */
    public record Condition(
            FieldId field,
            Operator op,
            @Nullable FilterValue value,
            @Nullable String param) {}

    /**
     * @param most the rows that may be had
     * @param param what may ask for fewer
     */
    public record RowLimit(int most, @Nullable String param) {}

    public TemplateDefinition {
        metrics = List.copyOf(metrics);
        groupBy = groupBy == null ? List.of() : List.copyOf(groupBy);
        filters = filters == null ? List.of() : List.copyOf(filters);
        orderBy = orderBy == null ? List.of() : List.copyOf(orderBy);
        params = List.copyOf(params);
    }

    public Optional<TemplateParameter> param(String name) {
        return params.stream().filter(param -> param.name().equals(name)).findFirst();
    }
}
