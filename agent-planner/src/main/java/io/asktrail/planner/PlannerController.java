package io.asktrail.planner;

import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.plan.PlanOutcome;
import org.springframework.web.bind.annotation.RestController;

/** The planner over HTTP; paths stand in the interface. */
@RestController
class PlannerController implements PlannerAgent {
    private final PlannerAgent logic;

    PlannerController(PlannerAgent logic) {
        this.logic = logic;
    }

    @Override
    public PlanOutcome plan(CallContext call, PlanRequest request) {
        return logic.plan(call, request);
    }
}
