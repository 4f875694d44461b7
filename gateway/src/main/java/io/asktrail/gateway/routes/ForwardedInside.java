package io.asktrail.gateway.routes;

import io.asktrail.service.call.ForwardedCaller;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The way to an orchestrator of the same process: a forward, with the caller as an attribute. */
final class ForwardedInside implements HandlerFunction<ServerResponse> {
    @Override
    public ServerResponse handle(ServerRequest request) {
        // The status is set by what the request is forwarded to.
        return ServerResponse.ok().build((outer, response) -> {
            var inner = new HiddenHeaders(outer, InnerHeaders::allowed);
            inner.setAttribute(ForwardedCaller.ATTRIBUTE, Callers.of(outer));
            try {
                outer.getRequestDispatcher(Inside.path(outer.getRequestURI())).forward(inner, response);
            } catch (ServletException failed) {
                throw new IOException(failed);
            }
            return null;
        });
    }
}
