package io.asktrail.mcp.transport;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityException;
import io.modelcontextprotocol.spec.HttpHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What has to be right with a request beside its token. */
final class Doorkeeper {
    private static final String ORIGIN = "Origin";

    private final DefaultServerTransportSecurityValidator origins;
    private final List<String> versions;

    /**
     * @param allowedOrigins pages that may call from a browser; a page whose name was bent to this machine is not among
     *     them, whatever its host says
     * @param versions of the protocol that the server speaks
     */
    Doorkeeper(List<String> allowedOrigins, List<String> versions) {
        this.origins = DefaultServerTransportSecurityValidator.builder()
                .allowedOrigins(allowedOrigins)
                .build();
        this.versions = versions;
    }

    void check(HttpServletRequest request) {
        checkOrigin(request);
        checkVersion(request);
    }

    private void checkOrigin(HttpServletRequest request) {
        var sent = Collections.list(request.getHeaders(ORIGIN));
        for (var origin : sent) {
            try {
                origins.validateHeaders(Map.of(ORIGIN, List.of(origin)));
            } catch (ServerTransportSecurityException refused) {
                throw new SuiteException(
                        ErrorCode.FORBIDDEN,
                        "Pages of this origin may not call here: name it in asktrail.mcp.allowed-origins if they shall.",
                        refused);
            }
        }
    }

    /** Clients before 2025-06-18 send none. */
    private void checkVersion(HttpServletRequest request) {
        var version = request.getHeader(HttpHeaders.PROTOCOL_VERSION);
        if (version != null && !versions.contains(version)) {
            throw new SuiteException(
                    ErrorCode.MALFORMED_REQUEST,
                    "%s has to be one of %s.".formatted(HttpHeaders.PROTOCOL_VERSION, String.join(", ", versions)));
        }
    }
}
