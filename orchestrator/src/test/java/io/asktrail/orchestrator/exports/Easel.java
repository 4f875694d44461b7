package io.asktrail.orchestrator.exports;

import io.asktrail.contracts.agent.ComposerAgent;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.nio.charset.StandardCharsets;

/** An agent-composer that draws and does nothing else. */
final class Easel implements ComposerAgent {
    boolean broken;

    @Override
    public Drawn draw(CallContext call, DrawRequest request) {
        if (broken) {
            throw new SuiteException(ErrorCode.AGENT_DOWN, "agent-composer cannot be reached.");
        }
        return new Drawn("drawn".getBytes(StandardCharsets.UTF_8));
    }

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
}
