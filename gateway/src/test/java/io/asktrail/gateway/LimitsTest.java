package io.asktrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void letsEachSubjectAskOnlySoOften() {
        try (var suite =
                Suite.inOneProcess("asktrail.gateway.limits.per-minute=6", "asktrail.gateway.limits.burst=3")) {
            // When
            var first = ask(suite, "asha");
            ask(suite, "asha");
            ask(suite, "asha");
            var fourth = ask(suite, "asha");
            var other = ask(suite, "ravi");

            // Then
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"subject\";q=3;w=30");
            assertThat(first.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"subject\";r=2;t=");
            Doors.assertProblem(fourth, 429, "RATE_LIMITED");
            assertThat(fourth.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 10L);
            assertThat(other.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysThatNobodyIsInside() {
        try (var suite = Suite.withNobodyInside()) {
            // When
            var reply = ask(suite, "asha");

            // Then
            Doors.assertProblem(reply, 503, "AGENT_DOWN");
            assertThat(Web.json(Web.at(suite.port()).get("/health"))
                            .get("status")
                            .asString())
                    .isEqualTo("UP");
        }
    }

    @Test
    void doesNotBlameTheCallerForKeysThatDiffer() {
        try (var suite = Suite.withDifferentKeys()) {
            Doors.assertProblem(ask(suite, "asha"), 503, "AGENT_DOWN");
        }
    }

    @Test
    void doesNotWaitForEver() {
        try (var suite = Suite.inTwoProcesses("asktrail.gateway.timeout=300ms")) {
            // When
            var reply = Web.at(suite.port()).get("/v1/slow", "Authorization", "Bearer " + token(suite, "asha"));

            // Then
            Doors.assertProblem(reply, 504, "DEADLINE_PASSED");
        }
    }

    private static HttpResponse<String> ask(Suite suite, String sub) {
        return Web.at(suite.port())
                .post("/v1/ask", "{\"question\":\"x\"}", "Authorization", "Bearer " + token(suite, sub));
    }

    private static String token(Suite suite, String sub) {
        return suite.tokens()
                .mint(new Caller(sub, List.of(Role.VIEWER), List.of(), List.of(), List.of()), Duration.ofMinutes(1));
    }
}
