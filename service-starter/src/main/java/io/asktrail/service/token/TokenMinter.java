package io.asktrail.service.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.asktrail.contracts.caller.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;

/** Makes the short-lived tokens with which this service calls one other. */
public final class TokenMinter {
    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);
    private static final Duration VALID = Duration.ofSeconds(60);

    private final String issuer;
    private final String audience;
    private final JWSSigner signer;
    private final Clock clock;

    TokenMinter(String issuer, String audience, JWSSigner signer, Clock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.signer = signer;
        this.clock = clock;
    }

    /** The service these tokens are for. */
    public String audience() {
        return audience;
    }

    /** A token on behalf of the caller, for one call. */
    public String mint(Caller caller) {
        var now = clock.instant();
        var claims = CallerClaims.write(new JWTClaimsSet.Builder(), caller)
                .issuer(issuer)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALID)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        var token = new SignedJWT(HEADER, claims);
        try {
            token.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("a token for %s cannot be signed".formatted(audience), impossible);
        }
        return token.serialize();
    }
}
