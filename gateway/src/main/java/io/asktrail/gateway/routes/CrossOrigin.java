package io.asktrail.gateway.routes;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.gateway.GatewayProperties;
import io.asktrail.service.problem.Problem;
import io.asktrail.service.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsProcessor;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;

/**
 * Pages of other sites may use the API where their origin is listed, and no others. A page that is not listed is not
 * answered with an error but without the headers for which its browser waits: behind something that ends TLS, our own
 * page would look like another site's.
 */
final class CrossOrigin implements CorsProcessor {
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final CorsProcessor rules = new DefaultCorsProcessor();
    private final GatewayProperties gateway;
    private final ProblemWriter problems;

    CrossOrigin(GatewayProperties gateway, ProblemWriter problems) {
        this.gateway = gateway;
        this.problems = problems;
    }

    /** What pages of the origin that a request names may do; null if nothing. */
    @Nullable
    CorsConfiguration rightsOf(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !gateway.allows(origin)) {
            return null;
        }
        var rights = new CorsConfiguration();
        rights.setAllowedOrigins(List.of(origin));
        rights.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
        rights.setAllowedHeaders(List.of(
                "Authorization",
                "Content-Type",
                "Accept",
                "Accept-Language",
                "If-None-Match",
                "Last-Event-ID",
                "Mcp-Session-Id",
                "MCP-Protocol-Version"));
        rights.setExposedHeaders(List.of(
                "ETag", "Location", "Retry-After", "RateLimit", "RateLimit-Policy", "X-Request-Id", "Mcp-Session-Id"));
        // There are no cookies: a page has to have a token to say anything.
        rights.setAllowCredentials(false);
        rights.setMaxAge(REMEMBERED);
        return rights;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration rights, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (!CorsUtils.isPreFlightRequest(request)) {
            return rights == null || rules.processRequest(rights, request, response);
        }
        if (rights == null) {
            problems.write(
                    response,
                    Problem.of(
                            ErrorCode.FORBIDDEN,
                            "Pages of this origin may not use the API: see asktrail.gateway.allowed-origins."));
            return false;
        }
        return rules.processRequest(rights, request, response);
    }
}
