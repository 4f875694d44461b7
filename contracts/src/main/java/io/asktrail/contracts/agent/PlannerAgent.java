package io.asktrail.contracts.agent;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.task.TaskSpec;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** TaskSpec to Plan, from the registries alone. */
@HttpExchange("/agents/planner")
public interface PlannerAgent {
    @PostExchange("/plan")
    PlanOutcome plan(CallContext call, @RequestBody PlanRequest request);

    /** @param objections what guardrails said of the plan before this one; empty at the first try */
    record PlanRequest(TaskSpec task, List<String> objections) {
        public PlanRequest {
            objections = List.copyOf(objections);
        }
    }
}
