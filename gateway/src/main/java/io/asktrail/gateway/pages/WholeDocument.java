package io.asktrail.gateway.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API comes from inside; what the gateway adds to it, it describes itself. */
final class WholeDocument extends OncePerRequestFilter {
    private final OwnAddresses own;
    private final JsonMapper json;

    WholeDocument(OwnAddresses own, JsonMapper json) {
        this.own = own;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var inner = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, inner);
        if (inner.getStatus() == HttpStatus.OK.value()
                && json.readTree(inner.getContentAsByteArray()) instanceof ObjectNode document) {
            inner.resetBuffer();
            inner.getOutputStream().write(json.writeValueAsBytes(own.addedTo(document)));
        }
        inner.copyBodyToResponse();
    }
}
