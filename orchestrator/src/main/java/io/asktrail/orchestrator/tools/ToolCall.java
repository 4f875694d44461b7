package io.asktrail.orchestrator.tools;

import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.result.StepResult;

/**
 * What came of calling a tool.
 *
 * @param attempts how often it was called; 0 if a kept result was at hand or nobody was let through
 */
public record ToolCall(StepResult result, int attempts, CacheUse cache) {
    static ToolCall fresh(StepResult result, int attempts) {
        return new ToolCall(result, attempts, CacheUse.MISS);
    }
}
