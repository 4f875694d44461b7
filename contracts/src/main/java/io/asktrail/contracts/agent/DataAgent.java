package io.asktrail.contracts.agent;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.SchemaDrift;
import io.asktrail.contracts.result.StepResult;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** An agent that holds data: rows by metric and dimension, the values it knows, how fresh it is. */
public interface DataAgent {
    /** Runs one fetch step with the caller's rights; what cannot be had is {@link StepResult.Missing}. */
    StepResult fetch(CallContext call, FetchRequest request);

    /** Every value of a dimension that this agent holds, with the regions a caller needs to see it. */
    ValueFeed values(CallContext call, ValueRequest request);

    /** How fresh each of its sources is. */
    List<Freshness> freshness(CallContext call);

    /** Where its sources are no longer what the registry says; an agent that cannot look says nothing. */
    @GetExchange("/drift")
    default List<SchemaDrift> drift(CallContext call) {
        return List.of();
    }

    /**
     * The rows of one fetch as they come, without the limit that holds for an answer; see {@code RowLine} for the lines.
     * The rights are the caller's of now. What is refused before the first row is an exception.
     */
    @PostExchange("/rows")
    default InputStream rows(CallContext call, @RequestBody RowsRequest request) {
        throw new SuiteException(ErrorCode.NOT_SUPPORTED_YET, "This source gives no rows as a stream.");
    }

    /**
     * @param single whether the single rows of the table are wanted that the tool reads, instead of groups of them; then
     *     the inputs name no metrics and no groups
     */
    record RowsRequest(ToolRef tool, StepInputs.Fetch inputs, boolean single) {}

    record FetchRequest(StepId step, ToolRef tool, StepInputs.Fetch inputs) {}

    /**
     * @param limit the most values that are wanted
     * @param known the version of the set that the asker holds; null if it holds none
     */
    record ValueRequest(
            DimensionId dimension, int limit, @Nullable String known) {
        /** By one who holds nothing yet. */
        public ValueRequest(DimensionId dimension, int limit) {
            this(dimension, limit, null);
        }
    }

    /**
     * @param values empty if the set is still the one that the asker knows
     * @param complete false if {@code limit} cut the list
     * @param version equal for equal sets; null if the agent keeps none
     */
    record ValueFeed(
            DimensionId dimension,
            List<Value> values,
            boolean complete,
            @Nullable String version) {
        public ValueFeed {
            values = List.copyOf(values);
        }

        public ValueFeed(DimensionId dimension, List<Value> values, boolean complete) {
            this(dimension, values, complete, null);
        }

        /** Whether the asker's values are still right. */
        public boolean isStill(@Nullable String known) {
            return known != null && known.equals(version);
        }
    }

    /**
     * @param value as it stands in the data
     * @param aliases other names, e.g. a product's title for its SKU
     * @param regions the states to whose rows it belongs; empty if it belongs to no state and is for all to see
     */
    record Value(
            String value,
            List<String> aliases,
            @JsonProperty("regions") List<String> regions) {
        public Value {
            aliases = List.copyOf(aliases);
            regions = List.copyOf(regions);
        }
    }
}
