package io.asktrail.demo.sandbox;

import static io.asktrail.demo.sandbox.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.demo.DemoSettings;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and how the others are told. */
class SandboxLoginTest {
    private static final SandboxSettings SETTINGS = SandboxSettings.of(DemoSettings.until(LocalDate.of(2025, 10, 31)));
    private static final Sandbox SANDBOX = Sandbox.start(SETTINGS);

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "refresh_token | wrong | right | right | 400 | invalid_grant",
                "refresh_token | right | wrong | right | 401 | invalid_client",
                "refresh_token | right | right | wrong | 401 | invalid_client",
                "refresh_token | ''    | right | right | 400 | invalid_request",
                "''            | right | right | right | 400 | invalid_request",
                "password      | right | right | right | 400 | unsupported_grant_type"
            })
    void refusesATokenAsAmazonDoes(
            String grant, String refreshToken, String id, String secret, int status, String error) throws Exception {
        // Given
        var right = SANDBOX.credentials();

        // When
        var reply = new TestClient(SANDBOX)
                .token(
                        grant,
                        refreshToken.equals("right") ? right.refreshToken() : refreshToken,
                        id.equals("right") ? right.clientId() : id,
                        secret.equals("right") ? right.clientSecret() : secret);

        // Then
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(json(reply).get("error").stringValue()).isEqualTo(error);
        assertThat(json(reply).get("error_description").stringValue()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/profiles", "/sd/campaigns", "/reporting/reports/1"})
    void wantsATokenOnEveryCall(String path) throws Exception {
        // Given
        var client = TestClient.loggedIn(SANDBOX);

        // When
        var without = client.send(client.bare(path).GET());
        var invented = client.send(client.bare(path)
                .header("Authorization", "Bearer Atza|invented")
                .GET());

        // Then
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(invented.statusCode()).isEqualTo(401);
        assertThat(json(invented).get("code").stringValue()).isEqualTo("UNAUTHORIZED");
        assertThat(json(invented).has(path.startsWith("/reporting") ? "detail" : "details"))
                .isTrue();
    }

    @Test
    void wantsTheClientThatTheTokenIsFor() throws Exception {
        // Given
        var client = TestClient.loggedIn(SANDBOX);

        // When
        var other = client.send(client.to("/v2/profiles")
                .setHeader("Amazon-Advertising-API-ClientId", "amzn1.application-oa2-client.other")
                .GET());

        // Then
        assertThat(other.statusCode()).isEqualTo(401);
        assertThat(other.body()).contains("ClientId");
    }

    @Test
    void wantsTheProfileEverywhereButForProfiles() throws Exception {
        // Given
        var client = TestClient.loggedIn(SANDBOX);
        var scope = "Amazon-Advertising-API-Scope";

        // Then
        assertThat(client.send(client.to("/sd/campaigns").setHeader(scope, "12").GET())
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.send(client.to("/sd/campaigns").setHeader(scope, "").GET())
                        .body())
                .contains("Scope header is missing");
        assertThat(client.send(client.to("/v2/profiles").setHeader(scope, "").GET())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesATokenThatHasExpired() throws Exception {
        // Given
        try (var sandbox = Sandbox.start(SETTINGS.withTokenLife(Duration.ofSeconds(1)))) {
            var client = TestClient.loggedIn(sandbox);
            var early = client.get("/v2/profiles").statusCode();

            // When
            Thread.sleep(1_100);

            // Then
            assertThat(early).isEqualTo(200);
            assertThat(client.get("/v2/profiles").statusCode()).isEqualTo(401);
            assertThat(TestClient.loggedIn(sandbox).get("/v2/profiles").statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "profileTypeFilter=seller, 1",
        "'profileTypeFilter=vendor,agency', 0",
        "validPaymentMethodFilter=true, 1",
        "validPaymentMethodFilter=false, 0",
        "apiProgram=report&accessLevel=view, 1"
    })
    void filtersProfiles(String query, int found) throws Exception {
        // When
        var profiles = json(TestClient.loggedIn(SANDBOX).get("/v2/profiles?" + query));

        // Then
        assertThat(profiles).hasSize(found);
    }

    @Test
    void refusesAProfileFilterThatAmazonDoesNotKnow() throws Exception {
        // When
        var reply = TestClient.loggedIn(SANDBOX).get("/v2/profiles?profileTypeFilter=shop");

        // Then
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(json(reply).get("details").stringValue()).contains("shop", "vendor");
    }

    @Test
    void throttlesBeyondTheBudgetAndSaysHowLong() throws Exception {
        // Given
        try (var sandbox = Sandbox.start(SETTINGS.withRequestsPerMinute(3))) {
            var client = TestClient.loggedIn(sandbox);
            for (int i = 0; i < 3; i++) {
                assertThat(client.get("/v2/profiles").statusCode()).isEqualTo(200);
            }

            // When
            var tooMany = client.get("/v2/profiles");

            // Then
            assertThat(tooMany.statusCode()).isEqualTo(429);
            assertThat(tooMany.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 60L);
            assertThat(client.refresh().statusCode()).isEqualTo(200);
        }
    }
}
