package io.asktrail.service.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
    private static final Caller ASHA =
            new Caller("asha", List.of(Role.MANAGER), List.of("*"), List.of("ads"), List.of("export"));

    @TempDir
    private Path keys = Path.of("");

    @BeforeEach
    void makeKeys() {
        KeyFile.createIfAbsent(keys.resolve("agent-ads.key"));
        KeyFile.createIfAbsent(keys.resolve("agent-sales.key"));
    }

    @Test
    void readsBackWhomATokenWasMadeFor() {
        assertThat(ads(NOW).verify(minted())).isEqualTo(ASHA);
    }

    @Test
    void believesATokenForAMinuteAndTenSeconds() {
        assertThat(ads(NOW.plusSeconds(69)).verify(minted())).isEqualTo(ASHA);
        assertRefused(ads(NOW.plusSeconds(71)), minted());
        assertThat(ads(NOW.minusSeconds(9)).verify(minted())).isEqualTo(ASHA);
        assertRefused(ads(NOW.minusSeconds(11)), minted());
    }

    @Test
    void believesNobodyWithoutAKey() {
        assertRefused(tokens("agent-other", NOW).ours(), minted());
    }

    static Stream<JWTClaimsSet> forged() {
        var good = claims().build();
        return Stream.of(
                claims().audience("agent-sales").build(),
                claims().audience(List.of("agent-ads", "agent-sales")).build(),
                claims().audience((String) null).build(),
                claims().issuer(null).build(),
                claims().issuer(" ").build(),
                claims().subject(null).build(),
                claims().subject("").build(),
                claims().expirationTime(null).build(),
                claims().expirationTime(Date.from(NOW.minusSeconds(11))).build(),
                claims().issueTime(null).build(),
                claims().issueTime(Date.from(NOW.plusSeconds(11))).build(),
                new JWTClaimsSet.Builder(good)
                        .notBeforeTime(Date.from(NOW.plusSeconds(11)))
                        .build(),
                new JWTClaimsSet.Builder().build());
    }

    @ParameterizedTest
    @MethodSource("forged")
    void refusesClaimsThatAreNotForUsNow(JWTClaimsSet claims) throws Exception {
        assertThat(ads(NOW).verify(signed(claims().build(), JWSAlgorithm.HS256, "agent-ads")))
                .isNotNull();
        assertRefused(ads(NOW), signed(claims, JWSAlgorithm.HS256, "agent-ads"));
    }

    @Test
    void refusesOtherKeysOtherAlgorithmsAndGarbage() throws Exception {
        // Given
        var claims = claims().build();
        var good = signed(claims, JWSAlgorithm.HS256, "agent-ads");
        var parts = good.split("\\.");

        // When / Then
        assertRefused(ads(NOW), signed(claims, JWSAlgorithm.HS256, "agent-sales"));
        assertRefused(ads(NOW), new PlainJWT(claims).serialize());
        assertRefused(ads(NOW), parts[0] + "." + parts[1] + ".");
        assertRefused(ads(NOW), parts[0] + "." + parts[1]);
        assertRefused(ads(NOW), good.substring(0, good.length() - 4));
        assertRefused(ads(NOW), "");
        assertRefused(ads(NOW), "a.b.c");
        assertRefused(ads(NOW), good + ".x");
    }

    @Test
    void readsAMistypedClaimAsNothing() {
        // When
        var caller = CallerClaims.read(
                "asha",
                Map.of(
                        "roles",
                        "admin",
                        "regions",
                        Map.of("*", true),
                        "teams",
                        List.of(1, "ads", " "),
                        "scope",
                        "a b"));
        var unknown = CallerClaims.read("asha", Map.of("roles", List.of("ADMIN", "root", "viewer")));

        // Then
        assertThat(caller).isEqualTo(new Caller("asha", List.of(), List.of(), List.of("ads"), List.of("a", "b")));
        assertThat(unknown.roles()).containsExactly(Role.VIEWER);
        assertThat(unknown.regions()).isEmpty();
    }

    @Test
    void makesOneSecretHoweverManyAskForIt() throws Exception {
        // Given
        var file = keys.resolve("new").resolve("shared.key");
        Set<String> seen = ConcurrentHashMap.newKeySet();

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 50; i++) {
                threads.submit(() -> {
                    KeyFile.createIfAbsent(file);
                    return seen.add(Files.readString(file));
                });
            }
        }

        // Then
        assertThat(seen).hasSize(1);
        assertThat(KeyFile.read(file)).hasSize(32);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        try (var left = Files.list(keys.resolve("new"))) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void refusesAWeakSecretWithoutShowingIt() throws Exception {
        // Given
        var weak = Files.writeString(keys.resolve("weak.key"), "c2VjcmV0");

        // When / Then
        assertThatThrownBy(() -> KeyFile.read(weak))
                .hasMessageContaining("weak.key")
                .hasMessageNotContaining("c2Vj");
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("orchestrator")
                .audience("agent-ads")
                .subject("asha")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(60)));
    }

    private String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, String key) throws Exception {
        var token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(new MACSigner(KeyFile.read(keys.resolve(key + ".key"))));
        return token.serialize();
    }

    private String minted() {
        return tokens("orchestrator", NOW).towards("agent-ads").mint(ASHA);
    }

    private TokenVerifier ads(Instant now) {
        return tokens("agent-ads", now).ours();
    }

    private InternalTokens tokens(String service, Instant now) {
        return new InternalTokens(service, new InternalKeys(keys), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void assertRefused(TokenVerifier verifier, String token) {
        assertThatThrownBy(() -> verifier.verify(token))
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAUTHENTICATED));
    }
}
