package io.asktrail.orchestrator.answering;

import io.asktrail.contracts.agent.ComposerAgent;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.caller.CallContext;

/** An agent-composer of which a test needs one thing; whatever else is asked of it fails the test. */
public abstract class SilentComposer implements ComposerAgent {
    @Override
    public Draft compose(CallContext call, ComposeRequest request) {
        throw new IllegalStateException("nothing is composed");
    }

    @Override
    public Draft explain(CallContext call, ExplainRequest request) {
        throw new IllegalStateException("nothing is explained");
    }

    @Override
    public Draft help(CallContext call, HelpRequest request) {
        throw new IllegalStateException("nobody asks for help");
    }

    @Override
    public Drawn draw(CallContext call, DrawRequest request) {
        throw new IllegalStateException("nobody looks at a picture");
    }
}
