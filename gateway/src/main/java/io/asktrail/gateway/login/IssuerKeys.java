package io.asktrail.gateway.login;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;

/** The keys that an OpenID Connect issuer publishes. */
final class IssuerKeys {
    private static final int WAIT_MS = Math.toIntExact(Duration.ofSeconds(3).toMillis());
    private static final int MAX_BYTES = 256 * 1024;
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration KEPT_WHILE_AWAY = Duration.ofHours(1);
    // Tokens that name keys nobody knows must not make us ask the issuer as often as somebody likes to send them.
    private static final Duration ASKED_AT_MOST_EVERY = Duration.ofSeconds(10);

    private IssuerKeys() {}

    /**
     * Finds where the issuer publishes its keys; they are fetched when they are needed, and again when a token names one
     * that is new.
     *
     * @throws IllegalStateException if the issuer does not answer within seconds, or is another one than it should be
     */
    static JWKSource<SecurityContext> of(URI issuer) {
        var http = new DefaultResourceRetriever(WAIT_MS, WAIT_MS, MAX_BYTES);
        return JWKSourceBuilder.create(keysOf(issuer, http), http)
                .cache(KEPT.toMillis(), 2L * WAIT_MS)
                .refreshAheadCache(false)
                .rateLimited(ASKED_AT_MOST_EVERY.toMillis())
                .outageTolerant(KEPT_WHILE_AWAY.toMillis())
                .build();
    }

    private static URL keysOf(URI issuer, DefaultResourceRetriever http) {
        var published = issuer.toString().replaceFirst("/$", "") + "/.well-known/openid-configuration";
        try {
            var settings = JSONObjectUtils.parse(
                    http.retrieveResource(URI.create(published).toURL()).getContent());
            if (!issuer.toString().equals(settings.get("issuer"))) {
                throw new IllegalStateException(
                        "%s says it is the issuer '%s', not '%s': set asktrail.gateway.issuer-uri as it calls itself"
                                .formatted(published, settings.get("issuer"), issuer));
            }
            return JSONObjectUtils.getURI(settings, "jwks_uri").toURL();
        } catch (IOException | ParseException | NullPointerException unreadable) {
            throw new IllegalStateException("%s cannot be read".formatted(published), unreadable);
        }
    }
}
