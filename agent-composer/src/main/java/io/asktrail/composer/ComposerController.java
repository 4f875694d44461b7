package io.asktrail.composer;

import io.asktrail.contracts.agent.ComposerAgent;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.caller.CallContext;
import org.springframework.web.bind.annotation.RestController;

/** The door of agent-composer's own process. */
@RestController
class ComposerController implements ComposerAgent {
    private final ComposerAgent logic;

    ComposerController(ComposerAgent logic) {
        this.logic = logic;
    }

    @Override
    public Draft compose(CallContext call, ComposeRequest request) {
        return logic.compose(call, request);
    }

    @Override
    public Draft explain(CallContext call, ExplainRequest request) {
        return logic.explain(call, request);
    }

    @Override
    public Draft help(CallContext call, HelpRequest request) {
        return logic.help(call, request);
    }

    @Override
    public Drawn draw(CallContext call, DrawRequest request) {
        return logic.draw(call, request);
    }
}
