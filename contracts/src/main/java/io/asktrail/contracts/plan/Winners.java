package io.asktrail.contracts.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.StepId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The groups that a fetch is narrowed to, because an earlier step found them. It spares reading what nobody will see; no
 * number may depend on it.
 *
 * @param of the step whose rows they are
 * @param dimension what both steps are grouped by
 * @param lead what the rows must keep to be taken; null if the step's rows are all there are to show
 * @param values the names that were found; null in a plan, and set when the step runs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Winners(
        StepId of,
        DimensionId dimension,
        @Nullable Lead lead,
        @Nullable List<String> values) {
    public Winners {
        values = values == null ? null : List.copyOf(values);
    }

    public Winners(StepId of, DimensionId dimension, @Nullable Lead lead) {
        this(of, dimension, lead, null);
    }

    public Winners named(List<String> names) {
        return new Winners(of, dimension, lead, names);
    }
}
