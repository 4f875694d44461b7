package io.asktrail.gateway.login;

import io.asktrail.contracts.caller.Caller;
import java.time.Instant;

/**
 * What a verified token says.
 *
 * @param until when it has to be verified again: its expiry, the tolerated skew included
 */
public record LoggedIn(Caller caller, Instant until) {
    boolean isValid(Instant now) {
        return now.isBefore(until);
    }
}
