package io.asktrail.gateway.login;

import io.asktrail.service.token.CallerClaims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What has to be true of a token beyond its signature. Each refusal is a sentence for its bearer. */
final class TokenChecks implements OAuth2TokenValidator<Jwt> {
    private static final Duration SKEW = Duration.ofSeconds(30);

    // With such a name a channel comes on its own behalf, for what is no person's business.
    private static final String OF_CHANNELS = "channel:";

    private final String issuer;
    private final String audience;
    private final Clock clock;

    TokenChecks(String issuer, String audience, Clock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var fault = fault(token);
        return fault == null
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, fault, null));
    }

    private @Nullable String fault(Jwt token) {
        var now = clock.instant();
        if (!issuer.equals(token.getClaimAsString("iss"))) {
            return "The token is of another issuer: log in here.";
        }
        if (token.getAudience() == null || !token.getAudience().contains(audience)) {
            return "The token is for another service: get one for '" + audience + "'.";
        }
        if (token.getExpiresAt() == null || !token.getExpiresAt().isAfter(now.minus(SKEW))) {
            return "The token has expired: get a new one.";
        }
        // Not "iat": where a token has none, the library makes one up from the expiry.
        if (isLater(token.getNotBefore(), now)) {
            return "The token is not valid yet: check the clock of this machine.";
        }
        if (token.getSubject() == null || token.getSubject().isBlank()) {
            return "The token does not say whose it is.";
        }
        if (token.getSubject().startsWith(OF_CHANNELS)) {
            return "The token is for nobody: names that begin with 'channel:' are this service's own.";
        }
        return CallerClaims.read(token.getSubject(), token.getClaims()).roles().isEmpty()
                ? "The token gives you no role: ask your administrator for one."
                : null;
    }

    private static boolean isLater(@Nullable Instant claim, Instant now) {
        return claim != null && claim.isAfter(now.plus(SKEW));
    }
}
