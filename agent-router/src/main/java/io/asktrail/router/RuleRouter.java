package io.asktrail.router;

import io.asktrail.contracts.agent.RouterAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.router.reading.Interpreter;

/** Reads questions by rules alone: no model, no network, no figures. */
public final class RuleRouter implements RouterAgent {
    private final VocabularyStore vocabulary;

    public RuleRouter(VocabularyStore vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public Reading interpret(CallContext call, Question question) {
        var now = vocabulary.get();
        var access = now.registry().accessOf(call.caller());
        return new Interpreter(now, access).read(question);
    }
}
