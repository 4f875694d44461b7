package io.asktrail.orchestrator.asking;

import io.asktrail.contracts.ask.AskRequest;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.registry.wording.FailureWords;
import java.util.Objects;
import java.util.function.Supplier;

/** Calls for a question, in the language that it is to be answered in. */
final class Spoken {
    private Spoken() {}

    /** The language that was wished for, else that of the question. */
    static CallContext of(CallContext call, AskRequest request) {
        var wished = request.language();
        return call.in(wished == null ? Language.of(Objects.requireNonNullElse(request.question(), "")) : wished);
    }

    /** The work, with its failure told in the call's language: whoever fails on the way tells it in English. */
    static <T> T told(CallContext call, Supplier<T> work) {
        try {
            return work.get();
        } catch (SuiteException failure) {
            var words = FailureWords.of(failure.code(), failure.forCaller(), call.language());
            throw words.equals(failure.forCaller())
                    ? failure
                    : new SuiteException(
                            failure.code(), words, failure, failure.retryAfter().orElse(null));
        }
    }
}
