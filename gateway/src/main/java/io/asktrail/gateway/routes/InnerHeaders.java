package io.asktrail.gateway.routes;

import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/**
 * The caller's headers that go inside: those that say in which form the answer is wanted. All others stay out, known or
 * not, so that nothing behind the gateway can ever take one for a fact.
 */
final class InnerHeaders {
    private static final Set<String> ALLOWED =
            Set.of("accept", "accept-language", "content-type", "content-length", "if-none-match", "last-event-id");

    private InnerHeaders() {}

    static boolean allowed(String name) {
        return ALLOWED.contains(name.toLowerCase(Locale.ROOT));
    }

    static void keepAllowed(HttpHeaders headers) {
        headers.headerNames().stream().filter(name -> !allowed(name)).toList().forEach(headers::remove);
    }
}
