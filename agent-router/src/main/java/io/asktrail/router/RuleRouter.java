package io.asktrail.router;

import io.asktrail.contracts.agent.RouterAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.router.reading.Interpreter;
import io.asktrail.router.vocabulary.Vocabulary;

/** Reads questions by rules alone: no model, no network, no figures. */
public final class RuleRouter implements RouterAgent {
    private final VocabularyStore vocabulary;

    public RuleRouter(VocabularyStore vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public Reading interpret(CallContext call, Question question) {
        return read(vocabulary.get(), call, question);
    }

    /** Reads under one vocabulary; equal questions of callers with equal claims are read equally in one language. */
    Reading read(Vocabulary now, CallContext call, Question question) {
        return new Interpreter(now, now.registry().accessOf(call.caller()), call.language()).read(question);
    }
}
