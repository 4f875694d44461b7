package io.asktrail.gateway.routes;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before the request's own trace begins: a caller must not choose its id, nor switch it off. */
final class FrontFilter extends OncePerRequestFilter {
    private static final Set<String> TRACE_HEADERS = Set.of("traceparent", "tracestate", "baggage", "b3");

    private final Draining draining;

    FrontFilter(Draining draining) {
        this.draining = draining;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (draining.isDraining()) {
            // A connection that is kept would be closed under the next request.
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(
                new HiddenHeaders(request, name -> !TRACE_HEADERS.contains(name.toLowerCase(Locale.ROOT))), response);
    }
}
