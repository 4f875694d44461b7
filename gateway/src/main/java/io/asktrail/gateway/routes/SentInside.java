package io.asktrail.gateway.routes;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.opentelemetry.api.trace.Span;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The way to an orchestrator somewhere else: over HTTP, with an internal token. */
final class SentInside implements HandlerFunction<ServerResponse> {
    private static final Logger log = LoggerFactory.getLogger(SentInside.class);

    private final InnerHttp http;
    private final HttpHost orchestrator;
    private final InnerTokens tokens;
    private final Duration timeout;

    SentInside(InnerHttp http, URI orchestrator, InnerTokens tokens, Duration timeout) {
        this.http = http;
        this.orchestrator = HttpHost.create(orchestrator);
        this.tokens = tokens;
        this.timeout = timeout;
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        var inner = believed(sent(request.servletRequest()));
        // The status is set by what was found inside.
        return ServerResponse.ok().build((_, response) -> {
            try {
                InnerReply.handOn(inner, response, timeout);
            } catch (IOException cut) {
                if (!Thread.currentThread().isInterrupted()) {
                    throw cut;
                }
                log.atDebug().setCause(cut).log("the caller did not wait for the end");
            } finally {
                InnerHttp.leave(inner);
            }
            return null;
        });
    }

    private ClassicHttpResponse sent(HttpServletRequest outer) {
        try {
            return http.send(orchestrator, inner(outer));
        } catch (ConnectTimeoutException away) {
            throw away(away);
        } catch (SocketTimeoutException late) {
            throw new SuiteException(ErrorCode.DEADLINE_PASSED, "The answer took too long: ask for less.", late);
        } catch (IOException failed) {
            throw away(failed);
        }
    }

    private static SuiteException away(IOException cause) {
        return new SuiteException(
                ErrorCode.AGENT_DOWN, "The service is not there just now: try again in a moment.", cause);
    }

    /** The caller is logged in; if somebody is not believed inside, it is this gateway, and no new token would help. */
    private static ClassicHttpResponse believed(ClassicHttpResponse inner) {
        if (inner.getCode() != HttpStatus.UNAUTHORIZED.value()) {
            return inner;
        }
        InnerHttp.leave(inner);
        log.atError().log("the orchestrator does not accept our internal tokens: the two have different keys");
        throw new SuiteException(
                ErrorCode.AGENT_DOWN, "The service is not set up rightly: tell the operator the trace_id.");
    }

    private ClassicHttpRequest inner(HttpServletRequest outer) throws IOException {
        var inner = new BasicClassicHttpRequest(outer.getMethod(), orchestrator, address(outer));
        for (var name : Collections.list(outer.getHeaderNames())) {
            if (InnerHeaders.allowed(name) && !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
                Collections.list(outer.getHeaders(name)).forEach(value -> inner.addHeader(name, value));
            }
        }
        inner.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.of(Callers.of(outer)));
        trace(inner);
        if (outer.getContentLengthLong() > 0) {
            // The type is among the headers already, as the caller wrote it.
            inner.setEntity(
                    new InputStreamEntity(outer.getInputStream(), outer.getContentLengthLong(), (ContentType) null));
        }
        return inner;
    }

    private static String address(HttpServletRequest outer) {
        var path = Inside.path(outer.getRequestURI());
        return outer.getQueryString() == null ? path : path + "?" + outer.getQueryString();
    }

    /** As the W3C writes it: what is done inside belongs to the span of this request. */
    private static void trace(ClassicHttpRequest inner) {
        var span = Span.current().getSpanContext();
        if (span.isValid()) {
            inner.setHeader(
                    "traceparent",
                    "00-%s-%s-%s"
                            .formatted(
                                    span.getTraceId(),
                                    span.getSpanId(),
                                    span.getTraceFlags().asHex()));
        }
    }
}
