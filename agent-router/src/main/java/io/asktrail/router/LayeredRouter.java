package io.asktrail.router;

import io.asktrail.contracts.agent.RouterAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.router.model.ModelReader;
import io.asktrail.router.verified.VerifiedReader;
import org.jspecify.annotations.Nullable;

/** The rules first; where they are not sure, the verified questions; where none is meant, a model if one is set. */
public final class LayeredRouter implements RouterAgent {
    private final RouterAgent rules;
    private final VerifiedReader verified;
    private final @Nullable ModelReader model;

    public LayeredRouter(RouterAgent rules, VerifiedReader verified, @Nullable ModelReader model) {
        this.rules = rules;
        this.verified = verified;
        this.model = model;
    }

    @Override
    public Reading interpret(CallContext call, Question question) {
        var reading = rules.interpret(call, question);
        if (reading instanceof Reading.Understood) {
            return reading;
        }
        return verified.read(call, question).orElseGet(() -> byModel(call, question, reading));
    }

    // What no registry covers a model cannot cover either.
    private Reading byModel(CallContext call, Question question, Reading reading) {
        return model != null && reading instanceof Reading.Unclear unclear
                ? model.read(call, question, unclear)
                : reading;
    }
}
