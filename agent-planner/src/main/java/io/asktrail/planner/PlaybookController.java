package io.asktrail.planner;

import io.asktrail.contracts.agent.PlaybookAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.diagnosis.NextLook;
import org.springframework.web.bind.annotation.RestController;

/** The playbooks over HTTP; paths stand in the interface. */
@RestController
class PlaybookController implements PlaybookAgent {
    private final PlaybookAgent logic;

    PlaybookController(PlaybookAgent logic) {
        this.logic = logic;
    }

    @Override
    public NextLook next(CallContext call, NextRequest request) {
        return logic.next(call, request);
    }
}
