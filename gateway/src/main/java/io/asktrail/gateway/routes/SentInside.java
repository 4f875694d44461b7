package io.asktrail.gateway.routes;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.service.token.TokenMinter;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/** The way to an orchestrator somewhere else: over HTTP, with an internal token. */
final class SentInside implements HandlerFunction<ServerResponse> {
    private static final Logger log = LoggerFactory.getLogger(SentInside.class);

    private final HandlerFunction<ServerResponse> http = HandlerFunctions.http();
    private final URI orchestrator;
    private final TokenMinter tokens;

    SentInside(URI orchestrator, TokenMinter tokens) {
        this.orchestrator = orchestrator;
        this.tokens = tokens;
    }

    @Override
    public ServerResponse handle(ServerRequest request) throws Exception {
        var inner = BeforeFilterFunctions.uri(orchestrator).apply(inner(request));
        try {
            return believed(http.handle(inner), inner);
        } catch (ResourceAccessException failed) {
            throw failed.contains(HttpTimeoutException.class) && !failed.contains(HttpConnectTimeoutException.class)
                    ? new SuiteException(ErrorCode.DEADLINE_PASSED, "The answer took too long: ask for less.", failed)
                    : new SuiteException(
                            ErrorCode.AGENT_DOWN, "The service is not there just now: try again in a moment.", failed);
        }
    }

    /** The caller is logged in; if somebody is not believed inside, it is this gateway, and no new token would help. */
    private static ServerResponse believed(ServerResponse reply, ServerRequest inner) {
        if (!HttpStatus.UNAUTHORIZED.equals(reply.statusCode())) {
            return reply;
        }
        if (inner.attributes().get(MvcUtils.CLIENT_RESPONSE_ATTR) instanceof ClientHttpResponse open) {
            open.close();
        }
        log.atError().log("the orchestrator does not accept our internal tokens: the two have different keys");
        throw new SuiteException(
                ErrorCode.AGENT_DOWN, "The service is not set up rightly: tell the operator the trace_id.");
    }

    private ServerRequest inner(ServerRequest request) {
        return ServerRequest.from(request)
                .uri(UriComponentsBuilder.fromUri(request.uri())
                        .replacePath(Inside.path(request.uri().getRawPath()))
                        .build(true)
                        .toUri())
                .headers(headers -> {
                    InnerHeaders.keepAllowed(headers);
                    headers.setBearerAuth(tokens.mint(Callers.of(request.servletRequest())));
                })
                .build();
    }
}
