package io.asktrail.gateway.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.service.token.CallerClaims;
import io.asktrail.service.token.KeyFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;

/** Tokens for a run without an identity provider: whoever can read the key file can be anybody. */
public final class LocalTokens {
    static final String ISSUER = "asktrail-local";
    static final String AUDIENCE = "asktrail";

    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);

    private final byte[] key;
    private final Clock clock;

    private LocalTokens(byte[] key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** The tokens of this key; the key is made if there is none. */
    public static LocalTokens open(Path keyFile, Clock clock) {
        KeyFile.createIfAbsent(keyFile);
        return new LocalTokens(KeyFile.read(keyFile), clock);
    }

    /** A token with which its bearer is this caller, until the time is over. */
    public String mint(Caller caller, Duration validFor) {
        var now = clock.instant();
        var claims = CallerClaims.write(new JWTClaimsSet.Builder(), caller)
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(validFor)))
                .build();
        var token = new SignedJWT(HEADER, claims);
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("a local token cannot be signed", impossible);
        }
        return token.serialize();
    }
}
