package io.asktrail.service.call;

/** The headers a call travels with between services. */
public final class CallHeaders {
    /** The milliseconds that are left until nobody waits for the result any more. */
    public static final String DEADLINE = "X-Asktrail-Deadline-Ms";

    /** Under which a repetition of the same call is recognised. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** The language that words are to be in. */
    public static final String LANGUAGE = "X-Asktrail-Language";

    static final String BEARER = "Bearer ";

    private CallHeaders() {}
}
