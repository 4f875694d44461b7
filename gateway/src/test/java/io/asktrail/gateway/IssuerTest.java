package io.asktrail.gateway;

import static com.nimbusds.jose.JWSAlgorithm.ES256;
import static com.nimbusds.jose.JWSAlgorithm.RS256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Logins at an identity provider. */
class IssuerTest {
    private static RSAKey key(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).generate();
    }

    private static String token(FakeIssuer issuer, RSAKey key) throws JOSEException {
        return token(key, issuer.claims().build());
    }

    private static String token(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        return FakeIssuer.signed(RS256, key.getKeyID(), claims, new RSASSASigner(key));
    }

    private static int status(Suite suite, String token) {
        return Web.at(suite.port())
                .get("/v1/trace", "Authorization", "Bearer " + token)
                .statusCode();
    }

    @Test
    void believesTheIssuersKeysOfBothKinds() throws Exception {
        // Given
        var rsa = key("rsa");
        var ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        try (var issuer = new FakeIssuer(rsa, ec);
                var suite = Suite.inOneProcess("asktrail.gateway.issuer-uri=" + issuer.uri())) {
            // When / Then
            assertThat(status(suite, token(issuer, rsa))).isEqualTo(200);
            assertThat(status(
                            suite,
                            FakeIssuer.signed(ES256, "ec", issuer.claims().build(), new ECDSASigner(ec))))
                    .isEqualTo(200);
        }
    }

    @Test
    void followsTheIssuerToNewKeys() throws Exception {
        // Given
        var old = key("old");
        var fresh = key("new");
        try (var issuer = new FakeIssuer(old);
                var suite = Suite.inOneProcess("asktrail.gateway.issuer-uri=" + issuer.uri())) {
            assertThat(status(suite, token(issuer, old))).isEqualTo(200);
            assertThat(status(suite, token(key("other"), issuer.claims().build())))
                    .isEqualTo(401);

            // When
            issuer.publishes(fresh);

            // Then: asked again at most every ten seconds, so it may take a moment
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(status(suite, token(issuer, fresh))).isEqualTo(200));
            assertThat(status(
                            suite,
                            token(old, issuer.claims().claim("other", "one").build())))
                    .isEqualTo(401);
        }
    }

    @Test
    void isNotMadeToAskTheIssuerByMadeUpKeys() throws Exception {
        // Given
        var known = key("known");
        try (var issuer = new FakeIssuer(known);
                var suite = Suite.inOneProcess("asktrail.gateway.issuer-uri=" + issuer.uri())) {
            assertThat(status(suite, token(issuer, known))).isEqualTo(200);

            // When
            for (int i = 0; i < 20; i++) {
                var claims = issuer.claims().claim("n", i).build();
                assertThat(status(suite, FakeIssuer.signed(RS256, "made-up-" + i, claims, new RSASSASigner(known))))
                        .isEqualTo(401);
            }

            // Then: two at once, and two for each ten seconds that this took
            assertThat(issuer.keysAskedFor()).isLessThanOrEqualTo(6);
            assertThat(status(suite, token(issuer, known))).isEqualTo(200);
        }
    }

    @Test
    void goesOnWhileTheIssuerIsAway() throws Exception {
        // Given
        var known = key("known");
        try (var issuer = new FakeIssuer(known);
                var suite = Suite.inOneProcess("asktrail.gateway.issuer-uri=" + issuer.uri())) {
            assertThat(status(suite, token(issuer, known))).isEqualTo(200);

            // When
            issuer.isAway(true);

            // Then: tokens that were never seen, of keys that were
            assertThat(status(
                            suite, token(known, issuer.claims().subject("ravi").build())))
                    .isEqualTo(200);
        }
    }

    @Test
    void saysThatTheIssuerIsAwayUntilItIsBack() throws Exception {
        // Given
        var known = key("known");
        try (var issuer = new FakeIssuer(known);
                var suite = Suite.inOneProcess("asktrail.gateway.issuer-uri=" + issuer.uri())) {
            issuer.isAway(true);

            // When
            var reply = Web.at(suite.port()).get("/v1/trace", "Authorization", "Bearer " + token(issuer, known));
            issuer.isAway(false);

            // Then
            Doors.assertProblem(reply, 503, "SOURCE_DOWN");
            assertThat(status(suite, token(issuer, known))).isEqualTo(200);
        }
    }

    @Test
    void doesNotWaitForAnIssuerThatDoesNotAnswer() throws Exception {
        // Given: it would be silent for half a minute
        var known = key("known");
        try (var issuer = new FakeIssuer(known);
                var suite = Suite.inOneProcess("asktrail.gateway.issuer-uri=" + issuer.uri())) {
            issuer.isSilent(true);

            // When
            var reply = Web.at(suite.port()).get("/v1/trace", "Authorization", "Bearer " + token(issuer, known));

            // Then
            Doors.assertProblem(reply, 503, "SOURCE_DOWN");
        }
    }

    @Test
    void doesNotBelieveAnIssuerThatCallsItselfOtherwise() throws Exception {
        // Given
        var known = key("known");
        try (var issuer = new FakeIssuer(known);
                var suite = Suite.inOneProcess("asktrail.gateway.issuer-uri=" + issuer.uri())) {
            issuer.callsItself("https://login.example");

            // When / Then
            assertThat(status(suite, token(issuer, known))).isEqualTo(503);
        }
    }

    @Test
    void findsRightsWhereTheIssuerPutsThem() throws Exception {
        // Given: as Keycloak nests roles, and others put addresses before their claims
        var known = key("known");
        try (var issuer = new FakeIssuer(known);
                var suite = Suite.inOneProcess(
                        "asktrail.gateway.issuer-uri=" + issuer.uri(),
                        "asktrail.gateway.claims.roles=realm_access.roles",
                        "asktrail.gateway.claims.regions=https://claims.example/regions",
                        "asktrail.gateway.claims.teams=a.b.c",
                        "asktrail.gateway.claims.scope=nothing.here")) {
            var claims = issuer.claims()
                    .claim("roles", List.of("admin"))
                    .claim("regions", List.of("*"))
                    .claim("scope", "export")
                    .claim("realm_access", Map.of("roles", List.of("offline_access", "analyst")))
                    .claim("https://claims.example/regions", List.of("Delhi"))
                    .claim("a", Map.of("b", Map.of("c", List.of("ads"))))
                    .build();

            // When
            var reply = Web.at(suite.port())
                    .post("/v1/ask", "{\"question\":\"x\"}", "Authorization", "Bearer " + token(known, claims));

            // Then
            assertThat(Web.json(reply).get("caller").toString())
                    .isEqualTo("{\"sub\":\"asha\",\"roles\":[\"analyst\"],\"regions\":[\"Delhi\"],\"teams\":[\"ads\"],"
                            + "\"scope\":[],\"channel\":\"http\"}");
            assertThat(status(suite, token(issuer, known)))
                    .as("no role where it is looked for")
                    .isEqualTo(401);
        }
    }

    @Test
    void tellsPagesWhereToLogInAndLetsThemTalkToTheIssuer() throws Exception {
        try (var suite = Suite.inOneProcess(
                "asktrail.gateway.issuer-uri=https://login.example:8443/realms/shop",
                "asktrail.gateway.console-client-id=asktrail-page")) {
            // When
            var settings = Web.at(suite.port()).get("/login-settings.json");
            var page = Web.at(suite.port()).get("/");

            // Then
            assertThat(settings.body())
                    .isEqualTo("{\"kind\":\"oidc\",\"authority\":\"https://login.example:8443/realms/shop\","
                            + "\"client_id\":\"asktrail-page\"}");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("connect-src 'self' https://login.example:8443;");
        }
    }

    @Test
    void letsPagesAskForATokenWhereTheyHaveNoIdAtTheIssuer() {
        try (var suite = Suite.inOneProcess("asktrail.gateway.issuer-uri=https://login.example")) {
            assertThat(Web.at(suite.port()).get("/login-settings.json").body()).isEqualTo("{\"kind\":\"local\"}");
        }
    }
}
