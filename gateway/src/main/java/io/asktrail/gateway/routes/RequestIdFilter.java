package io.asktrail.gateway.routes;

import io.asktrail.service.tracing.TraceIds;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request its id, which is that of its trace: one id in the reply, the answer, the problem and all logs. */
final class RequestIdFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var trace = TraceIds.current();
        response.setHeader(
                "X-Request-Id", trace == null ? UUID.randomUUID().toString().replace("-", "") : trace);
        chain.doFilter(request, response);
    }
}
