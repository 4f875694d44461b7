package io.asktrail.gateway.limits;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.gateway.login.CallerAuthentication;
import io.asktrail.service.problem.Problem;
import io.asktrail.service.problem.ProblemWriter;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets each subject ask only so often, and tells everybody how often that still is. */
final class RateLimitFilter extends OncePerRequestFilter {
    private final RateLimits limits;
    private final ProblemWriter problems;
    private final String policy;

    RateLimitFilter(RateLimits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
        this.policy = "\"subject\";q=%d;w=%d"
                .formatted(limits.burst(), Math.max(1, limits.timeToFill().toSeconds()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = CallerAuthentication.callerOf(request);
        if (caller.isPresent() && !allowed(limits.take(caller.get().sub()), response)) {
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean allowed(ConsumptionProbe probe, HttpServletResponse response) throws IOException {
        response.setHeader("RateLimit-Policy", policy);
        response.setHeader(
                "RateLimit",
                "\"subject\";r=%d;t=%d".formatted(probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset())));
        if (probe.isConsumed()) {
            return true;
        }
        var wait = Math.max(1, seconds(probe.getNanosToWaitForRefill()));
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
        problems.write(
                response, Problem.of(ErrorCode.RATE_LIMITED, "Too many requests: try again in %d s.".formatted(wait)));
        return false;
    }

    /** Rounded up, so that whoever waits that long is let in. */
    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
