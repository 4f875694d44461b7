package io.asktrail.contracts.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.result.RuleVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in one step.
 *
 * @param agent which agent did it, e.g. {@code agent-sales}
 * @param error null if it gave rows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrailStep(
        StepId step,
        String agent,
        ToolRef tool,
        @Nullable String query,
        long rows,
        long ms,
        int attempts,
        CacheUse cache,
        @Nullable ErrorCode error,
        List<RuleVerdict> verdicts) {
    public TrailStep {
        verdicts = List.copyOf(verdicts);
    }
}
