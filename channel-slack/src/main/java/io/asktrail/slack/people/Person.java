package io.asktrail.slack.people;

import io.asktrail.contracts.caller.Caller;

/** Who somebody is to Asktrail. */
public sealed interface Person {
    /** Somebody with rights. */
    record Known(Caller caller) implements Person {}

    /**
     * Somebody of a workspace that is served who is not in the file.
     *
     * @param contact whom they may ask to be let in
     */
    record Unknown(String contact) implements Person {}

    /** Somebody of another company, a guest or a program: they are not even told that they are not served. */
    record Stranger() implements Person {}
}
