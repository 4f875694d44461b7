package io.asktrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Forged, foreign and broken tokens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginTest {
    private final Suite suite = Suite.inOneProcess("asktrail.gateway.limits.burst=1000");
    private final Web web = Web.at(suite.port());

    @AfterAll
    void stop() {
        suite.close();
    }

    @Test
    void letsNobodyInWithAForgedToken() throws Exception {
        // Given
        assertThat(status("Bearer " + signed(claims().build()))).isEqualTo(404);
        assertThat(status("Bearer "
                        + signed(claims().issueTime(in(-300))
                                .expirationTime(in(-25))
                                .build())))
                .isEqualTo(404);
        var tokens = new LinkedHashMap<String, String>();
        forgedClaims().forEach((name, claims) -> tokens.put(name, signed(claims)));
        tokens.putAll(forgedSignatures());

        // When / Then
        tokens.forEach((name, token) -> {
            var reply = web.get("/v1/nothing", "Authorization", "Bearer " + token);
            assertThat(reply.statusCode()).as(name + ": " + reply.body()).isEqualTo(401);
            Doors.assertProblem(reply, 401, "UNAUTHENTICATED");
            assertThat(reply.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(reply.body())
                    .doesNotContain("Exception")
                    .doesNotContain("JWT")
                    .doesNotContain("JWS");
        });
        assertThat(tokens).hasSizeGreaterThan(38);
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
                .isEqualTo("{\"sub\":\"asha\",\"roles\":[\"viewer\"],\"regions\":[],\"teams\":[],\"scope\":[]}");
    }

    private static Map<String, JWTClaimsSet> forgedClaims() {
        var forged = new LinkedHashMap<String, JWTClaimsSet>();
        forged.put(
                "expired", claims().issueTime(in(-300)).expirationTime(in(-31)).build());
        forged.put("no expiry", claims().expirationTime(null).build());
        forged.put(
                "expired long ago",
                claims().issueTime(null).expirationTime(new Date(0)).build());
        forged.put(
                "expired before it was issued", claims().expirationTime(in(-60)).build());
        forged.put("not yet valid", claims().notBeforeTime(in(35)).build());
        forged.put("no issuer", claims().issuer(null).build());
        forged.put("other issuer", claims().issuer("asktrail").build());
        forged.put("issuer in capitals", claims().issuer("ASKTRAIL-LOCAL").build());
        forged.put("no audience", claims().audience((String) null).build());
        forged.put("other audience", claims().audience("orchestrator").build());
        forged.put("audience with a space", claims().audience("asktrail ").build());
        forged.put("no subject", claims().subject(null).build());
        forged.put("empty subject", claims().subject("").build());
        forged.put("blank subject", claims().subject("  ").build());
        forged.put("no roles", claims().claim("roles", null).build());
        forged.put("empty roles", claims().claim("roles", List.of()).build());
        forged.put("roles as text", claims().claim("roles", "admin").build());
        forged.put("unknown role", claims().claim("roles", List.of("root")).build());
        forged.put("role in capitals", claims().claim("roles", List.of("ADMIN")).build());
        forged.put("roles as numbers", claims().claim("roles", List.of(3)).build());
        forged.put(
                "roles nested",
                claims().claim("roles", List.of(List.of("admin"))).build());
        forged.put("nothing", new JWTClaimsSet.Builder().build());
        return forged;
    }

    private Map<String, String> forgedSignatures() throws Exception {
        var claims = claims().build();
        var payload = new Payload(claims.toJSONObject());
        var good = signed(claims).split("\\.");
        var admin = Base64URL.encode(
                claims().claim("roles", List.of("admin")).build().toString());
        var key = suite.outsideKey();
        var rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        var pair = rsa.generateKeyPair();
        var forged = new LinkedHashMap<String, String>();
        forged.put("no algorithm", new PlainJWT(claims).serialize());
        forged.put("none in capitals", Base64URL.encode("{\"alg\":\"NONE\"}") + "." + good[1] + ".");
        forged.put("none with a signature", Base64URL.encode("{\"alg\":\"none\"}") + "." + good[1] + "." + good[2]);
        forged.put("no header", "." + good[1] + "." + good[2]);
        forged.put("no signature", good[0] + "." + good[1] + ".");
        forged.put("two parts", good[0] + "." + good[1]);
        forged.put("four parts", String.join(".", good) + ".x");
        forged.put("cut", good[0] + "." + good[1] + "." + good[2].substring(2));
        forged.put("changed claims", good[0] + "." + admin + "." + good[2]);
        forged.put("other key", sign(new JWSHeader(JWSAlgorithm.HS256), payload, new MACSigner(new byte[32])));
        forged.put(
                "the key as text",
                sign(
                        new JWSHeader(JWSAlgorithm.HS256),
                        payload,
                        new MACSigner(Base64.getEncoder().encodeToString(key))));
        forged.put("RS256", sign(new JWSHeader(JWSAlgorithm.RS256), payload, new RSASSASigner(pair.getPrivate())));
        forged.put("RS256 in the header, HS256 in truth", relabelled(good, "{\"alg\":\"RS256\"}", key));
        forged.put(
                "HS256 by a public key",
                sign(
                        new JWSHeader(JWSAlgorithm.HS256),
                        payload,
                        new MACSigner(pair.getPublic().getEncoded())));
        forged.put("HS384", sign(new JWSHeader(JWSAlgorithm.HS384), payload, new MACSigner(Arrays.copyOf(key, 48))));
        forged.put("HS512", sign(new JWSHeader(JWSAlgorithm.HS512), payload, new MACSigner(Arrays.copyOf(key, 64))));
        forged.put("unknown critical header", relabelled(good, "{\"alg\":\"HS256\",\"crit\":[\"x\"],\"x\":1}", key));
        forged.put("not JSON", Base64URL.encode("hello") + "." + good[1] + "." + good[2]);
        forged.put(
                "claims that are a list",
                sign(new JWSHeader(JWSAlgorithm.HS256), new Payload("[1]"), new MACSigner(key)));
        forged.put("garbage", "x.y.z");
        forged.put("one letter", "x");
        return forged;
    }

    private static String relabelled(String[] good, String header, byte[] key) throws Exception {
        var signed = Base64URL.encode(header) + "." + good[1];
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return signed + "." + Base64URL.encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String sign(JWSHeader header, Payload payload, JWSSigner signer) throws Exception {
        var token = new JWSObject(header, payload);
        token.sign(signer);
        return token.serialize();
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
