package io.asktrail.orchestrator.exports;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.orchestrator.answering.SilentComposer;
import java.nio.charset.StandardCharsets;

/** An agent-composer that draws and does nothing else. */
final class Easel extends SilentComposer {
    boolean broken;

    @Override
    public Drawn draw(CallContext call, DrawRequest request) {
        if (broken) {
            throw new SuiteException(ErrorCode.AGENT_DOWN, "agent-composer cannot be reached.");
        }
        return new Drawn("drawn".getBytes(StandardCharsets.UTF_8));
    }
}
