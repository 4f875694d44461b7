package io.asktrail.gateway.limits;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.gateway.login.CallerAuthentication;
import io.asktrail.service.problem.Problem;
import io.asktrail.service.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets each subject ask only so often, and tells everybody how often that still is. */
final class RateLimitFilter extends OncePerRequestFilter {
    private final RateLimits limits;
    private final Routes routes;
    private final ProblemWriter problems;

    RateLimitFilter(RateLimits limits, Routes routes, ProblemWriter problems) {
        this.limits = limits;
        this.routes = routes;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = CallerAuthentication.callerOf(request);
        if (caller.isPresent() && !allowed(limits.take(caller.get().sub(), routes.of(request)), response)) {
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean allowed(List<Taken> taken, HttpServletResponse response) throws IOException {
        response.setHeader(
                "RateLimit-Policy",
                taken.stream().map(one -> one.limit().policy()).collect(Collectors.joining(", ")));
        response.setHeader("RateLimit", taken.stream().map(Taken::state).collect(Collectors.joining(", ")));
        for (var one : taken) {
            if (!one.allowed()) {
                refuse(one, response);
                return false;
            }
        }
        return true;
    }

    private void refuse(Taken spent, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(spent.waitSeconds()));
        problems.write(
                response,
                Problem.of(
                        ErrorCode.RATE_LIMITED,
                        "Too many requests (limit '%s'): try again in %d s."
                                .formatted(spent.limit().name(), spent.waitSeconds())));
    }
}
