package io.asktrail.gateway.socket;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.gateway.GatewayProperties;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpRequestHandler;

/** Who may open a socket: whoever asks for one properly, and of other sites' pages those that are allowed. */
final class Handshakes implements HttpRequestHandler {
    private static final String PROTOCOL = "websocket";

    private final HttpRequestHandler sockets;
    private final GatewayProperties gateway;

    /** @param sockets makes one of the request */
    Handshakes(HttpRequestHandler sockets, GatewayProperties gateway) {
        this.sockets = sockets;
        this.gateway = gateway;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!asksForOne(request)) {
            response.setHeader(HttpHeaders.UPGRADE, PROTOCOL);
            throw new ErrorResponseException(
                    HttpStatus.UPGRADE_REQUIRED,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.UPGRADE_REQUIRED,
                            "This address is a WebSocket (version 13): connect to it with one, or POST to /v1/ask."),
                    null);
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !isOurs(origin, request) && !gateway.allows(origin)) {
            throw new SuiteException(
                    ErrorCode.FORBIDDEN, "Pages of another site may not connect: see asktrail.gateway.allowed-origins.");
        }
        sockets.handleRequest(request, response);
    }

    private static boolean asksForOne(HttpServletRequest request) {
        return PROTOCOL.equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))
                && "13".equals(request.getHeader("Sec-WebSocket-Version"))
                && request.getHeader("Sec-WebSocket-Key") != null;
    }

    // By the name alone: where TLS ends before the gateway, the scheme is another one here than in the browser.
    private static boolean isOurs(String origin, HttpServletRequest request) {
        try {
            return URI.create(origin).getRawAuthority() instanceof String authority
                    && authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
