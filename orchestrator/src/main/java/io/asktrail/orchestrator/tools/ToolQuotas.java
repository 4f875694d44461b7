package io.asktrail.orchestrator.tools;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.registry.tool.ToolDefinition;

/** How many calls of a tool a minute may have, and how many at once. */
interface ToolQuotas {
    /**
     * Takes one call from the quota; waits for it where that does not take longer than the caller has.
     *
     * @throws io.asktrail.contracts.error.SuiteException {@link io.asktrail.contracts.error.ErrorCode#QUOTA_SPENT} if
     *     nothing is left in time
     */
    void take(CallContext call, ToolDefinition tool);
}
