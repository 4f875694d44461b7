package io.asktrail.contracts.caller;

import io.asktrail.contracts.ask.Language;

/**
 * What travels with every call to an agent: for whom, until when, under which key a repetition is recognised, and in
 * which language words are to be.
 * In one process it is passed as it is; over HTTP it becomes an internal token and headers, never a body field that a
 * receiver would have to believe.
 */
public record CallContext(Caller caller, Deadline deadline, String idempotencyKey, Language language) {
    /** In English. */
    public CallContext(Caller caller, Deadline deadline, String idempotencyKey) {
        this(caller, deadline, idempotencyKey, Language.ENGLISH);
    }

    /** The same call for words in another language. */
    public CallContext in(Language other) {
        return new CallContext(caller, deadline, idempotencyKey, other);
    }
}
