package io.asktrail.router;

import io.asktrail.contracts.agent.RouterAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.router.verified.VerifiedReader;

/** The rules first; where they are not sure, the verified questions. */
public final class LayeredRouter implements RouterAgent {
    private final RouterAgent rules;
    private final VerifiedReader verified;

    public LayeredRouter(RouterAgent rules, VerifiedReader verified) {
        this.rules = rules;
        this.verified = verified;
    }

    @Override
    public Reading interpret(CallContext call, Question question) {
        var reading = rules.interpret(call, question);
        return reading instanceof Reading.Understood
                ? reading
                : verified.read(call, question).orElse(reading);
    }
}
