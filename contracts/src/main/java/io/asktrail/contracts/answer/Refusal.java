package io.asktrail.contracts.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.task.TaskSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no number.
 *
 * @param rule the guardrail that stopped it, if one did
 * @param nearest tasks that can be answered instead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Refusal(ErrorCode code, @Nullable String rule, String reason, List<TaskSpec> nearest) {
    public Refusal {
        nearest = List.copyOf(nearest);
    }
}
