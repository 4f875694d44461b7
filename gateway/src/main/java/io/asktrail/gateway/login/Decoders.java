package io.asktrail.gateway.login;

import io.asktrail.gateway.GatewayProperties;
import io.asktrail.service.token.KeyFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** How tokens are checked: by an issuer's published keys, or by the local key. The algorithm is never the token's choice. */
final class Decoders {
    private Decoders() {}

    static JwtDecoder of(GatewayProperties gateway, Clock clock) {
        if (gateway.issuerUri() != null) {
            return byIssuer(gateway.issuerUri(), gateway.audience(), clock);
        }
        if (gateway.keyFile() != null) {
            return byLocalKey(gateway.keyFile(), clock);
        }
        throw new IllegalStateException(
                "nobody could log in: set asktrail.gateway.issuer-uri, or asktrail.gateway.key-file for local tokens");
    }

    /** Asks the issuer for its keys at the first token, so that the gateway starts when the issuer is away. */
    private static JwtDecoder byIssuer(URI issuer, String audience, Clock clock) {
        var lazily = new SupplierJwtDecoder(() -> {
            var decoder = NimbusJwtDecoder.withIssuerLocation(issuer.toString())
                    .jwsAlgorithm(SignatureAlgorithm.RS256)
                    .jwsAlgorithm(SignatureAlgorithm.ES256)
                    .build();
            decoder.setJwtValidator(new TokenChecks(issuer.toString(), audience, clock));
            return decoder;
        });
        return token -> {
            try {
                return lazily.decode(token);
            } catch (JwtDecoderInitializationException away) {
                // Not an ordinary failure to the library, but one to whoever logs in.
                throw new JwtException("the issuer cannot be asked for its keys", away);
            }
        };
    }

    private static JwtDecoder byLocalKey(Path keyFile, Clock clock) {
        KeyFile.createIfAbsent(keyFile);
        var decoder = NimbusJwtDecoder.withSecretKey(new SecretKeySpec(KeyFile.read(keyFile), "HmacSHA256"))
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        decoder.setJwtValidator(new TokenChecks(LocalTokens.ISSUER, LocalTokens.AUDIENCE, clock));
        return decoder;
    }
}
