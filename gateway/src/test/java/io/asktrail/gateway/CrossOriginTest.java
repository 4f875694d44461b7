package io.asktrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other sites, as their browsers ask for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossOriginTest {
    private static final String LISTED = "https://reports.example";

    private final Suite suite =
            Suite.inOneProcess("asktrail.gateway.allowed-origins=" + LISTED + ",http://127.0.0.1:3000");
    private final Web web = Web.at(suite.port());

    @AfterAll
    void stop() {
        suite.close();
    }

    private HttpResponse<String> preflight(String origin, String method, String headers) {
        return web.send(
                "OPTIONS",
                "/v1/ask",
                "Origin",
                origin,
                "Access-Control-Request-Method",
                method,
                "Access-Control-Request-Headers",
                headers);
    }

    @Test
    void letsAListedOriginAskWithATokenOfItsOwn() {
        // When: without a token, as browsers do
        var asked = preflight(LISTED, "POST", "authorization,content-type");

        // Then
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).hasValue(LISTED);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
                .contains("POST");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .containsIgnoringCase("authorization");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(asked.headers().firstValue("Access-Control-Max-Age")).hasValue("3600");
    }

    @Test
    void showsAListedOriginTheHeadersItNeeds() {
        // Given
        var token = suite.tokens()
                .mint(new Caller("asha", List.of(Role.VIEWER), List.of(), List.of(), List.of()), Duration.ofMinutes(1));

        // When
        var reply = web.get("/v1/tagged", "Origin", LISTED, "Authorization", "Bearer " + token);
        var refused = web.get("/v1/tagged", "Origin", LISTED);

        // Then
        assertThat(reply.headers().firstValue("Access-Control-Allow-Origin")).hasValue(LISTED);
        assertThat(reply.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("ETag", "RateLimit", "Retry-After");
        assertThat(reply.headers().allValues("Vary").toString()).contains("Origin");
        Doors.assertProblem(refused, 401, "UNAUTHENTICATED");
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).hasValue(LISTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://reports.example",
                "https://reports.example:8443",
                "https://reports.example.evil.example",
                "https://evil-reports.example",
                "https://REPORTS.example",
                "https://reports.example/",
                "null",
                "*"
            })
    void allowsNoOther(String origin) {
        // When
        var asked = preflight(origin, "POST", "authorization");
        var reply = web.get("/", "Origin", origin);

        // Then
        Doors.assertProblem(asked, 403, "FORBIDDEN");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void allowsNoOtherMethodsAndHeaders() {
        assertThat(preflight(LISTED, "TRACE", "authorization").statusCode()).isEqualTo(403);
        assertThat(preflight(LISTED, "POST", "x-user-id").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "https://*.example", "reports.example", "https://reports.example/", "ftp://reports.example"
            })
    void refusesToStartWithAnythingButWholeOrigins(String origin) {
        assertThatThrownBy(() -> Suite.inOneProcess("asktrail.gateway.allowed-origins=" + origin))
                .hasStackTraceContaining("asktrail.gateway.allowed-origins");
    }
}
