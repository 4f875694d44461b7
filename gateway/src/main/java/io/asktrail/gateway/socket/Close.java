package io.asktrail.gateway.socket;

import org.springframework.web.socket.CloseStatus;

/** Why the gateway ends a socket. Codes of the 4000s are applications' own; these follow the statuses of HTTP. */
final class Close {
    private static final int UNAUTHENTICATED = 4401;
    // A close frame has room for so many bytes of words.
    private static final int LONGEST = 120;

    private Close() {}

    static CloseStatus notLoggedIn(String why) {
        return new CloseStatus(UNAUTHENTICATED, why.length() <= LONGEST ? why : why.substring(0, LONGEST - 1) + "…");
    }

    static CloseStatus readsTooSlowly() {
        return CloseStatus.POLICY_VIOLATION.withReason("Messages were not read in time.");
    }

    static CloseStatus ourFault() {
        return CloseStatus.SERVER_ERROR.withReason("Something failed on our side: connect again.");
    }
}
