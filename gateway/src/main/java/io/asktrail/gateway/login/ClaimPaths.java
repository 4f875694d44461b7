package io.asktrail.gateway.login;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.service.token.CallerClaims;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Where an issuer's tokens say what their bearer may do. Each is the name of a claim or, where no claim has that name, a
 * way into nested ones with dots, such as {@code realm_access.roles}. What is not found, or is no list of texts, gives
 * nothing.
 */
@ConfigurationProperties("asktrail.gateway.claims")
record ClaimPaths(
        @DefaultValue("roles") String roles,
        @DefaultValue("regions") String regions,
        @DefaultValue("teams") String teams,
        @DefaultValue("scope") String scope) {
    /** Those of our own tokens. */
    static final ClaimPaths OURS = new ClaimPaths("roles", "regions", "teams", "scope");

    /** Whose token this is. It has been verified, and has a subject. */
    Caller caller(Jwt token) {
        var found = new HashMap<String, Object>();
        put(found, "roles", at(token.getClaims(), roles));
        put(found, "regions", at(token.getClaims(), regions));
        put(found, "teams", at(token.getClaims(), teams));
        put(found, "scope", at(token.getClaims(), scope));
        return CallerClaims.read(Objects.requireNonNull(token.getSubject()), found);
    }

    private static void put(Map<String, Object> found, String name, @Nullable Object value) {
        if (value != null) {
            found.put(name, value);
        }
    }

    // Some issuers put addresses before the names of their claims, with dots that lead nowhere: the whole name comes
    // first.
    private static @Nullable Object at(Map<?, ?> claims, String path) {
        var whole = claims.get(path);
        if (whole != null) {
            return whole;
        }
        var dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? at(inner, path.substring(dot + 1))
                : null;
    }
}
