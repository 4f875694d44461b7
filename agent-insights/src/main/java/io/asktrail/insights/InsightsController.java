package io.asktrail.insights;

import io.asktrail.contracts.agent.InsightsAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.result.StepResult;
import org.springframework.web.bind.annotation.RestController;

/** The door of agent-insights' own process. */
@RestController
class InsightsController implements InsightsAgent {
    private final InsightsAgent logic;

    InsightsController(InsightsAgent logic) {
        this.logic = logic;
    }

    @Override
    public StepResult findings(CallContext call, FindingsRequest request) {
        return logic.findings(call, request);
    }
}
