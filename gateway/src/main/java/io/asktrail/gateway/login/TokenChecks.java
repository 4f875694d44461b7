package io.asktrail.gateway.login;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
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
    static final Duration SKEW = Duration.ofSeconds(30);

    private final String issuer;
    private final String audience;
    private final ClaimPaths claims;
    private final Clock clock;

    TokenChecks(String issuer, String audience, ClaimPaths claims, Clock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.claims = claims;
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
        if (isLater(token.getNotBefore(), now) || isLater(issuedAt(token), now)) {
            return "The token is not valid yet: check the clock of this machine.";
        }
        if (token.getSubject() == null || token.getSubject().isBlank()) {
            return "The token does not say whose it is.";
        }
        return claims.caller(token).roles().isEmpty()
                ? "The token gives you no role: ask your administrator for one."
                : null;
    }

    // As it is written: where a token has none, the library makes one up from the expiry.
    private static @Nullable Instant issuedAt(Jwt token) {
        try {
            var written = JWTParser.parse(token.getTokenValue()).getJWTClaimsSet().getIssueTime();
            return written == null ? null : written.toInstant();
        } catch (ParseException impossible) {
            throw new IllegalStateException("a token that was read cannot be read again", impossible);
        }
    }

    private static boolean isLater(@Nullable Instant claim, Instant now) {
        return claim != null && claim.isAfter(now.plus(SKEW));
    }
}
