package io.asktrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a token has to be, and what its bearer is told. Forged ones: {@link ForgedTokensTest}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginTest {
    private final Suite suite = Suite.inOneProcess("asktrail.gateway.limits.burst=1000");
    private final Web web = Web.at(suite.port());

    @AfterAll
    void stop() {
        suite.close();
    }

    @Test
    void letsNobodyInWithAnythingElseThanOneBearerToken() {
        // Given
        var good = signed(claims().build());

        // When / Then
        for (var header : List.of(
                "", "Bearer", "Bearer ", "Basic YWRtaW46YWRtaW4=", good, "Token " + good, "Bearer " + good + " x")) {
            assertThat(status(header)).as(header).isEqualTo(401);
        }
        assertThat(web.get("/v1/nothing", "Authorization", "Bearer " + good, "Authorization", "Bearer " + good)
                        .statusCode())
                .isEqualTo(401);
        assertThat(web.get("/v1/nothing?access_token=" + good).statusCode()).isEqualTo(401);
        assertThat(web.get("/v1/nothing", "Cookie", "access_token=" + good).statusCode())
                .isEqualTo(401);
    }

    @Test
    void forgivesClocksThatDifferALittle() {
        for (var skewed : List.of(
                claims().issueTime(in(-300)).expirationTime(in(-20)).build(),
                claims().issueTime(in(20)).build(),
                claims().notBeforeTime(in(20)).build())) {
            assertThat(status("Bearer " + signed(skewed))).as(skewed.toString()).isEqualTo(404);
        }
    }

    @Test
    void forgetsATokenWhenItExpires() {
        // Given: four seconds of the thirty that are forgiven are left
        var token = "Bearer "
                + signed(claims().issueTime(in(-300)).expirationTime(in(-26)).build());
        assertThat(status(token)).isEqualTo(404);

        // When / Then
        await().atMost(Duration.ofSeconds(20)).until(() -> status(token) == 401);
    }

    @Test
    void saysWhatToDo() {
        assertThat(detail("Bearer x.y.z")).startsWith("The token").contains("./asktrail token");
        assertThat(detail("Bearer "
                        + signed(claims().issueTime(in(-7200))
                                .expirationTime(in(-3600))
                                .build())))
                .startsWith("The token has expired: get a new one.");
        assertThat(Web.json(web.get("/v1/nothing")).get("detail").asString()).startsWith("Log in first.");
    }

    @Test
    void letsNobodyTakeTheNameOfAChannel() {
        assertThat(detail("Bearer " + signed(claims().subject("channel:slack").build())))
                .startsWith("The token is for nobody");
        assertThat(status("Bearer " + signed(claims().subject("channel-manager").build())))
                .isNotEqualTo(401);
    }

    @Test
    void readsWhatItDoesNotUnderstandAsNothing() {
        // Given
        var odd = claims().claim("regions", "*")
                .claim("teams", Map.of("ads", true))
                .claim("roles", List.of("viewer", "superuser", 7))
                .build();

        // When
        var reply = web.post("/v1/ask", "{\"question\":\"x\"}", "Authorization", "Bearer " + signed(odd));

        // Then
        assertThat(Web.json(reply).get("caller").toString())
                .isEqualTo(
                        "{\"sub\":\"asha\",\"roles\":[\"viewer\"],\"regions\":[],\"teams\":[],\"scope\":[],\"channel\":\"http\"}");
    }

    private String signed(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner(suite.outsideKey()));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("asktrail-local")
                .audience("asktrail")
                .subject("asha")
                .claim("roles", List.of("analyst"))
                .issueTime(in(0))
                .expirationTime(in(300));
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private int status(String authorization) {
        return web.get("/v1/nothing", "Authorization", authorization).statusCode();
    }

    private String detail(String authorization) {
        return Web.json(web.get("/v1/nothing", "Authorization", authorization))
                .get("detail")
                .asString();
    }
}
