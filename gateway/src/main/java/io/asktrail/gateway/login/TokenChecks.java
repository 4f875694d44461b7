package io.asktrail.gateway.login;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What has to be true of a token beyond its signature. Each refusal is a sentence for its bearer. */
final class TokenChecks implements OAuth2TokenValidator<Jwt> {
    static final Duration SKEW = Duration.ofSeconds(30);
    // Without a type, as JWT in general, or as RFC 9068 calls access tokens; others are for something else.
    private static final Set<String> TYPES = Set.of("", "jwt", "at+jwt");
    // With such a name a channel comes on its own behalf, for what is no person's business.
    private static final String OF_CHANNELS = "channel:";

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
        var written = written(token);
        var now = clock.instant();
        if (!TYPES.contains(typeOf(token))) {
            return "The token is of another kind: get an access token.";
        }
        if (!issuer.equals(written.getIssuer())) {
            return "The token is of another issuer: log in here.";
        }
        if (!written.getAudience().contains(audience)) {
            return "The token is for another service: get one for '" + audience + "'.";
        }
        if (token.getExpiresAt() == null || !token.getExpiresAt().isAfter(now.minus(SKEW))) {
            return "The token has expired: get a new one.";
        }
        if (isLater(token.getNotBefore(), now) || isLater(instant(written.getIssueTime()), now)) {
            return "The token is not valid yet: check the clock of this machine.";
        }
        if (written.getSubject() == null || written.getSubject().isBlank()) {
            return "The token does not say whose it is.";
        }
        if (written.getSubject().startsWith(OF_CHANNELS)) {
            return "The token is for nobody: names that begin with 'channel:' are this service's own.";
        }
        return claims.caller(token).roles().isEmpty()
                ? "The token gives you no role: ask your administrator for one."
                : null;
    }

    private static String typeOf(Jwt token) {
        return token.getHeaders().get("typ") instanceof String type ? type.toLowerCase(Locale.ROOT) : "";
    }

    // As its issuer wrote it: the library writes addresses of an issuer anew, and makes an "iat" up where there is
    // none.
    private static JWTClaimsSet written(Jwt token) {
        try {
            return JWTParser.parse(token.getTokenValue()).getJWTClaimsSet();
        } catch (ParseException impossible) {
            throw new IllegalStateException("a token that was read cannot be read again", impossible);
        }
    }

    private static @Nullable Instant instant(@Nullable Date written) {
        return written == null ? null : written.toInstant();
    }

    private static boolean isLater(@Nullable Instant claim, Instant now) {
        return claim != null && claim.isAfter(now.plus(SKEW));
    }
}
