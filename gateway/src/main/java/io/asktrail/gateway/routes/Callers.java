package io.asktrail.gateway.routes;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.gateway.login.CallerAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** On whose behalf a request goes inside. */
final class Callers {
    /** Who has not logged in, on the public addresses: somebody who may see nothing. */
    private static final Caller NOBODY = new Caller("nobody", List.of(), List.of(), List.of(), List.of());

    private Callers() {}

    static Caller of(HttpServletRequest request) {
        return CallerAuthentication.callerOf(request).orElse(NOBODY);
    }
}
