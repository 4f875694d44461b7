package io.asktrail.testkit.fault;

/** What becomes of one request on its way. */
public sealed interface Fault {
    /** Nothing: it arrives, and so does the reply. */
    record None() implements Fault {}

    /** It is answered in the service's place. */
    record Status(int code, String headers) implements Fault {}

    /** The connection is reset before a byte of a reply. */
    record Reset() implements Fault {}

    /** The reply ends after half of its bytes. */
    record Cut() implements Fault {}

    /** Something happens first, e.g. the service is killed; then it goes on as if nothing had been. */
    record Before(Runnable happens) implements Fault {}

    /** The service gets it and answers, and the answer is lost. */
    record LostReply() implements Fault {}

    /** Another body comes back, with status 200. */
    record Replaced(String json) implements Fault {}
}
