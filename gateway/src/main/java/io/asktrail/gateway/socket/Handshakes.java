package io.asktrail.gateway.socket;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.gateway.GatewayProperties;
import io.asktrail.service.problem.Problem;
import io.asktrail.service.problem.ProblemWriter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;

/** Who may open a socket: whoever asks for one properly, and of other sites' pages those that are allowed. */
final class Handshakes implements HttpRequestHandler {
    private static final String PROTOCOL = "websocket";

    private final HttpRequestHandler sockets;
    private final GatewayProperties gateway;
    private final ProblemWriter problems;

    /** @param sockets makes one of the request */
    Handshakes(HttpRequestHandler sockets, GatewayProperties gateway, ProblemWriter problems) {
        this.sockets = sockets;
        this.gateway = gateway;
        this.problems = problems;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!asksForOne(request)) {
            response.setHeader(HttpHeaders.UPGRADE, PROTOCOL);
            problems.write(
                    response,
                    Problem.of(
                            status(request),
                            ErrorCode.MALFORMED_REQUEST,
                            "This address is a WebSocket (version 13): connect to it with one, or POST to /v1/ask."));
            return;
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !isOurs(origin, request) && !gateway.allows(origin)) {
            problems.write(
                    response,
                    Problem.of(
                            ErrorCode.FORBIDDEN,
                            "Pages of another site may not connect: see asktrail.gateway.allowed-origins."));
            return;
        }
        sockets.handleRequest(request, response);
    }

    private static HttpStatus status(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                ? HttpStatus.UPGRADE_REQUIRED
                : HttpStatus.METHOD_NOT_ALLOWED;
    }

    private static boolean asksForOne(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && PROTOCOL.equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))
                && "13".equals(request.getHeader("Sec-WebSocket-Version"))
                && request.getHeader("Sec-WebSocket-Key") != null;
    }

    // By the name alone: where TLS ends before the gateway, the scheme is another one here than in the browser.
    private static boolean isOurs(String origin, HttpServletRequest request) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
