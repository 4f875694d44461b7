package io.asktrail.service.channel;

import io.asktrail.contracts.caller.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Whom the gateway has let in, for a channel whose senders have tokens of their own. */
@FunctionalInterface
public interface LoggedIn {
    /** Who makes the request, as the verified token says; empty on a public address. */
    Optional<Caller> callerOf(HttpServletRequest request);
}
