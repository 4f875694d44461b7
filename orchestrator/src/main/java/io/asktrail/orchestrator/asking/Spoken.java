package io.asktrail.orchestrator.asking;

import io.asktrail.contracts.ask.AskRequest;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import java.util.Objects;

/** Calls for a question, in the language that it is to be answered in. */
final class Spoken {
    private Spoken() {}

    /** The language that was wished for, else that of the question. */
    static CallContext of(CallContext call, AskRequest request) {
        var wished = request.language();
        return call.in(wished == null ? Language.of(Objects.requireNonNullElse(request.question(), "")) : wished);
    }
}
