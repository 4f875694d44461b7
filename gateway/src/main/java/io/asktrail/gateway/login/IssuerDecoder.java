package io.asktrail.gateway.login;

import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Tokens of an issuer, who is asked for its keys at the first one, so that the gateway starts when the issuer is away. */
final class IssuerDecoder implements JwtDecoder {
    private final JwtDecoder lazily;

    IssuerDecoder(URI issuer, TokenChecks checks) {
        lazily = new SupplierJwtDecoder(() -> {
            var decoder = NimbusJwtDecoder.withJwkSource(IssuerKeys.of(issuer))
                    .jwsAlgorithm(SignatureAlgorithm.RS256)
                    .jwsAlgorithm(SignatureAlgorithm.ES256)
                    .build();
            decoder.setJwtValidator(checks);
            return decoder;
        });
    }

    @Override
    public Jwt decode(String token) {
        try {
            return lazily.decode(token);
        } catch (JwtDecoderInitializationException away) {
            // Not an ordinary failure to the library, but one to whoever logs in.
            throw new JwtException("the issuer cannot be asked for its keys", away);
        } catch (JwtException failed) {
            throw isTooOften(failed) ? new BadJwtException("the token names a key that is not known", failed) : failed;
        }
    }

    // Whoever sends tokens of made-up keys is told that they are not valid, not that the issuer is away.
    private static boolean isTooOften(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RateLimitReachedException) {
                return true;
            }
        }
        return false;
    }
}
