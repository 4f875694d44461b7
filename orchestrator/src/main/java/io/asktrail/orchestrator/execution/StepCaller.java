package io.asktrail.orchestrator.execution;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.ComputeAgent;
import io.asktrail.contracts.agent.ComputeAgent.ComputeRequest;
import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.contracts.agent.SalesAgent.TemplateRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.registry.tool.ToolDefinition.Agent;

/** Calls the agent that serves a step. */
public final class StepCaller {
    private final AdsAgent ads;
    private final SalesAgent sales;
    private final ComputeAgent compute;

    public StepCaller(AdsAgent ads, SalesAgent sales, ComputeAgent compute) {
        this.ads = ads;
        this.sales = sales;
        this.compute = compute;
    }

    StepResult call(CallContext call, Step step, Agent agent, Given given) {
        return switch (step.inputs()) {
            case StepInputs.Fetch fetch ->
                dataAgent(agent).fetch(call, new FetchRequest(step.id(), step.tool(), fetch));
            case StepInputs.Template template -> template(call, step, agent, template);
            case StepInputs.Aggregate _, StepInputs.Compare _, StepInputs.Convert _ ->
                compute.compute(call, new ComputeRequest(step, given.tables(), given.held()));
        };
    }

    private StepResult template(CallContext call, Step step, Agent agent, StepInputs.Template template) {
        if (agent != Agent.SALES) {
            throw new SuiteException(ErrorCode.UNKNOWN_TOOL, "%s runs no templates.".formatted(agent.serviceName()));
        }
        return sales.template(call, new TemplateRequest(step.id(), step.tool(), template));
    }

    private DataAgent dataAgent(Agent agent) {
        return switch (agent) {
            case ADS -> ads;
            case SALES -> sales;
            case COMPUTE -> throw new IllegalArgumentException("agent-compute holds no data to fetch");
        };
    }
}
