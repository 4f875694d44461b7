package io.asktrail.service.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Believes a token that was made for this service with this service's key, now, and nothing else. */
public final class TokenVerifier {
    private static final Duration SKEW = Duration.ofSeconds(10);

    private final String audience;
    private final @Nullable JWSVerifier signature;
    private final Clock clock;

    /** @param signature null if this process has no key of its own: then nobody is believed */
    TokenVerifier(String audience, @Nullable JWSVerifier signature, Clock clock) {
        this.audience = audience;
        this.signature = signature;
        this.clock = clock;
    }

    /** Whose call it is; a {@link SuiteException} of code {@code UNAUTHENTICATED} if that is not proven. */
    public Caller verify(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var claims = jwt.getJWTClaimsSet();
            if (!signed(jwt) || !forUs(claims) || !validNow(claims)) {
                throw refused();
            }
            return CallerClaims.read(claims.getSubject(), claims.getClaims());
        } catch (ParseException | JOSEException broken) {
            throw refused();
        }
    }

    private boolean signed(SignedJWT jwt) throws JOSEException {
        return signature != null && JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) && jwt.verify(signature);
    }

    private boolean forUs(JWTClaimsSet claims) {
        return claims.getAudience().equals(List.of(audience))
                && isText(claims.getIssuer())
                && isText(claims.getSubject());
    }

    private boolean validNow(JWTClaimsSet claims) {
        var now = clock.instant();
        return isAfter(claims.getExpirationTime(), now.minus(SKEW))
                && isBefore(claims.getIssueTime(), now.plus(SKEW))
                && (claims.getNotBeforeTime() == null || isBefore(claims.getNotBeforeTime(), now.plus(SKEW)));
    }

    private static boolean isText(@Nullable String claim) {
        return claim != null && !claim.isBlank();
    }

    private static boolean isAfter(@Nullable Date claim, Instant moment) {
        return claim != null && claim.toInstant().isAfter(moment);
    }

    private static boolean isBefore(@Nullable Date claim, Instant moment) {
        return claim != null && claim.toInstant().isBefore(moment);
    }

    private SuiteException refused() {
        return new SuiteException(
                ErrorCode.UNAUTHENTICATED,
                "This address is for other services of the suite, with a token for " + audience + ".");
    }
}
