package io.asktrail.orchestrator.execution;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.orchestrator.tools.DataVersions;
import io.asktrail.orchestrator.tools.KeptResults;
import io.asktrail.orchestrator.tools.StepKey;
import io.asktrail.orchestrator.tools.ToolCall;
import io.asktrail.orchestrator.tools.ToolCalls;
import io.asktrail.registry.Registry;
import io.asktrail.registry.tool.ToolDefinition;
import tools.jackson.databind.json.JsonMapper;

/** A step as a call of its tool: from what is kept where the tool allows it, else through all that protects the tool. */
final class StepCalls {
    private final StepCaller agents;
    private final ToolCalls tools;
    private final KeptResults kept;
    private final DataVersions versions;
    private final JsonMapper json;

    StepCalls(StepCaller agents, ToolCalls tools, KeptResults kept, DataVersions versions, JsonMapper json) {
        this.agents = agents;
        this.tools = tools;
        this.kept = kept;
        this.versions = versions;
        this.json = json;
    }

    ToolCall call(CallContext call, Step step, Registry registry, Given given) {
        var tool = registry.tool(step.tool().tool());
        return switch (step.inputs()) {
            case StepInputs.Fetch _, StepInputs.Template _ -> fetch(call, step, tool, registry, given);
            case StepInputs.Aggregate _, StepInputs.Compare _, StepInputs.Convert _ -> run(call, step, tool, given);
        };
    }

    private ToolCall fetch(CallContext call, Step step, ToolDefinition tool, Registry registry, Given given) {
        var access = registry.accessOf(call.caller());
        var key = StepKey.of(step, registry, access, versions.of(tool.agent()), json);
        return kept.get(key, tool.cachedFor(), call.deadline(), () -> run(call, step, tool, given));
    }

    private ToolCall run(CallContext call, Step step, ToolDefinition tool, Given given) {
        return tools.call(call, tool, () -> {
            var result = agents.call(call, step, tool.agent(), given);
            return step.inputs().readsData() ? bounded(result, tool) : result;
        });
    }

    // An agent that gives more than its tool may is not believed to have counted anything right.
    private static StepResult bounded(StepResult result, ToolDefinition tool) {
        var most = tool.quotas().maxResultRows();
        return result instanceof StepResult.Rows rows && rows.table().size() > most
                ? new StepResult.Missing(
                        ErrorCode.TOO_MANY_ROWS,
                        "%s gave %d rows, more than the %d it may. Ask for a shorter period or a coarser grouping."
                                .formatted(
                                        tool.agent().serviceName(), rows.table().size(), most))
                : result;
    }
}
