package io.asktrail.compute;

import io.asktrail.contracts.agent.ComputeAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.result.StepResult;
import org.springframework.web.bind.annotation.RestController;

/** The door of agent-compute's own process. */
@RestController
class ComputeController implements ComputeAgent {
    private final ComputeAgent logic;

    ComputeController(ComputeAgent logic) {
        this.logic = logic;
    }

    @Override
    public StepResult compute(CallContext call, ComputeRequest request) {
        return logic.compute(call, request);
    }
}
