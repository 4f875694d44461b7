package io.asktrail.gateway.login;

import io.asktrail.gateway.GatewayProperties;
import io.asktrail.service.token.KeyFile;
import java.nio.file.Path;
import java.time.Clock;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** How tokens are checked: by an issuer's published keys, or by the local key. The algorithm is never the token's choice. */
final class Decoders {
    private Decoders() {}

    static JwtDecoder of(GatewayProperties gateway, ClaimPaths claims, Clock clock) {
        if (gateway.issuerUri() != null) {
            return new IssuerDecoder(
                    gateway.issuerUri(),
                    new TokenChecks(gateway.issuerUri().toString(), gateway.audience(), claims, clock));
        }
        if (gateway.keyFile() != null) {
            return byLocalKey(gateway.keyFile(), clock);
        }
        throw new IllegalStateException(
                "nobody could log in: set asktrail.gateway.issuer-uri, or asktrail.gateway.key-file for local tokens");
    }

    private static JwtDecoder byLocalKey(Path keyFile, Clock clock) {
        KeyFile.createIfAbsent(keyFile);
        var decoder = NimbusJwtDecoder.withSecretKey(new SecretKeySpec(KeyFile.read(keyFile), "HmacSHA256"))
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        decoder.setJwtValidator(new TokenChecks(LocalTokens.ISSUER, LocalTokens.AUDIENCE, ClaimPaths.OURS, clock));
        return decoder;
    }
}
