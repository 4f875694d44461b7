package io.asktrail.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** Takes a token from the one Authorization header; of two nobody can say which one was meant. */
final class OneBearerToken implements BearerTokenResolver {
    private static final String BEARER = "Bearer ";

    private final DefaultBearerTokenResolver headers = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        if (Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1) {
            throw new OAuth2AuthenticationException(
                    BearerTokenErrors.invalidToken("Send one Authorization header, not several."));
        }
        var token = plain(request.getHeader(HttpHeaders.AUTHORIZATION));
        return token == null ? headers.resolve(request) : token;
    }

    // As nearly all tokens come. What is written in any other way is the library's to read, or to refuse.
    private static @Nullable String plain(@Nullable String header) {
        if (header == null || !header.startsWith(BEARER)) {
            return null;
        }
        var token = header.substring(BEARER.length());
        return TokenShape.isJwt(token) ? token : null;
    }
}
