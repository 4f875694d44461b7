package io.asktrail.router;

import io.asktrail.contracts.agent.RouterAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.reading.Reading;
import org.springframework.web.bind.annotation.RestController;

/** The router over HTTP; paths stand in the interface. */
@RestController
class RouterController implements RouterAgent {
    private final RouterAgent logic;

    RouterController(RouterAgent logic) {
        this.logic = logic;
    }

    @Override
    public Reading interpret(CallContext call, Question question) {
        return logic.interpret(call, question);
    }
}
