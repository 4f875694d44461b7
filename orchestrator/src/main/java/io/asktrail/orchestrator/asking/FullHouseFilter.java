package io.asktrail.orchestrator.asking;

import io.asktrail.contracts.error.ErrorCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends a question away before anything is spent on it, while more come than will be let in. Who is asking is not even looked
 * at: a login, a trace and a body that is read cost as much as a small answer, and at twice the load they would cost the
 * answers of others.
 */
final class FullHouseFilter extends OncePerRequestFilter {
    private static final String PROBLEM =
            "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"code\":\"%s\",\"trace_id\":\"%%s\"}"
                    .formatted(
                            HttpStatus.TOO_MANY_REQUESTS.getReasonPhrase(),
                            HttpStatus.TOO_MANY_REQUESTS.value(),
                            Admission.COME_BACK,
                            ErrorCode.RATE_LIMITED);

    private final Admission admission;

    FullHouseFilter(Admission admission) {
        this.admission = admission;
    }

    /** Reads of what is known already go on. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || !(request.getRequestURI().endsWith("/v1/ask")
                        || request.getRequestURI().endsWith("/v1/query"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!admission.sendsAway()) {
            chain.doFilter(request, response);
            return;
        }
        var trace = UUID.randomUUID().toString().replace("-", "");
        var body = PROBLEM.formatted(trace).getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Admission.COME_BACK_IN.toSeconds()));
        response.setHeader("X-Request-Id", trace);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
