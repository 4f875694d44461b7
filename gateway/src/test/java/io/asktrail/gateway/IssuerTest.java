package io.asktrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logins at an identity provider that is small enough to be written here. */
class IssuerTest {
    @Test
    void believesTheIssuersKeysAndNoOthers() throws Exception {
        // Given
        var rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        var ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        var foreign = new RSAKeyGenerator(2048).keyID("rsa").generate();
        var issuer = issuer(new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK())));
        var us = "http://127.0.0.1:" + issuer.getAddress().getPort();
        try (var suite = Suite.inOneProcess("asktrail.gateway.issuer-uri=" + us)) {
            var web = Web.at(suite.port());

            // When / Then
            assertThat(status(web, token(JWSAlgorithm.RS256, "rsa", us, new RSASSASigner(rsa))))
                    .isEqualTo(200);
            assertThat(status(web, token(JWSAlgorithm.ES256, "ec", us, new ECDSASigner(ec))))
                    .isEqualTo(200);
            assertThat(status(web, token(JWSAlgorithm.RS256, "rsa", us, new RSASSASigner(foreign))))
                    .isEqualTo(401);
            assertThat(status(web, token(JWSAlgorithm.RS256, "other", us, new RSASSASigner(foreign))))
                    .isEqualTo(401);
            assertThat(status(web, token(JWSAlgorithm.RS256, "rsa", us + "/", new RSASSASigner(rsa))))
                    .isEqualTo(401);
            assertThat(status(web, token(JWSAlgorithm.PS256, "rsa", us, new RSASSASigner(rsa))))
                    .isEqualTo(401);
            assertThat(status(
                            web,
                            token(
                                    JWSAlgorithm.HS256,
                                    "rsa",
                                    us,
                                    new MACSigner(rsa.toPublicKey().getEncoded()))))
                    .isEqualTo(401);
            assertThat(status(web, token(JWSAlgorithm.HS256, "rsa", us, new MACSigner(suite.outsideKey()))))
                    .isEqualTo(401);
        } finally {
            issuer.stop(0);
        }
    }

    @Test
    void saysThatTheIssuerIsAway() throws Exception {
        // Given
        var rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        try (var suite = Suite.inOneProcess("asktrail.gateway.issuer-uri=http://127.0.0.1:1")) {
            // When
            var reply = Web.at(suite.port())
                    .get(
                            "/v1/trace",
                            "Authorization",
                            "Bearer " + token(JWSAlgorithm.RS256, "rsa", "http://127.0.0.1:1", new RSASSASigner(rsa)));

            // Then
            Doors.assertProblem(reply, 503, "SOURCE_DOWN");
        }
    }

    private static int status(Web web, String token) {
        return web.get("/v1/trace", "Authorization", "Bearer " + token).statusCode();
    }

    private static String token(JWSAlgorithm algorithm, String key, String issuer, JWSSigner signer)
            throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(List.of("account", "asktrail"))
                .subject("asha")
                .claim("roles", List.of("viewer"))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .build();
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static HttpServer issuer(JWKSet keys) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var us = "http://127.0.0.1:" + server.getAddress().getPort();
        serve(
                server,
                "/.well-known/openid-configuration",
                "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(us, us));
        serve(server, "/keys", keys.toString());
        server.start();
        return server;
    }

    private static void serve(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> {
            var body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
