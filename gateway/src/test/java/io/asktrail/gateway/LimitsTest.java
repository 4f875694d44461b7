package io.asktrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void letsEachSubjectAskOnlySoOften() {
        // Given: three questions' worth
        try (var suite =
                Suite.inOneProcess("asktrail.gateway.limits.per-minute=30", "asktrail.gateway.limits.burst=15")) {
            // When
            var first = ask(suite, "asha");
            ask(suite, "asha");
            ask(suite, "asha");
            var fourth = ask(suite, "asha");
            var other = ask(suite, "ravi");

            // Then
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"subject\";q=15;w=30");
            assertThat(first.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"subject\";r=10;t=");
            Doors.assertProblem(fourth, 429, "RATE_LIMITED");
            assertThat(fourth.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 10L);
            assertThat(other.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void weighsAQuestionMoreThanALookIntoTheCatalogue() {
        // Given
        try (var suite = Suite.inOneProcess(
                "asktrail.gateway.limits.per-minute=1",
                "asktrail.gateway.limits.burst=20",
                "asktrail.gateway.limits.routes.rare.requests=GET /v1/answers/*,/v1/rare/**",
                "asktrail.gateway.limits.routes.rare.weight=3")) {
            // When / Then: what is left after each
            assertThat(left(get(suite, "asha", "/v1/trace"))).isEqualTo(19);
            assertThat(left(ask(suite, "asha"))).isEqualTo(14);
            assertThat(left(get(suite, "asha", "/v1/answers/one"))).isEqualTo(11);
            assertThat(left(get(suite, "asha", "/v1/rare/of/all"))).isEqualTo(8);
            assertThat(left(get(suite, "asha", "/v1/ask"))).isEqualTo(7);
            assertThat(left(get(suite, "asha", "/v1/trace?x=/v1/rare/1"))).isEqualTo(6);
            assertThat(left(ask(suite, "asha"))).isEqualTo(1);
            Doors.assertProblem(ask(suite, "asha"), 429, "RATE_LIMITED");
            assertThat(left(get(suite, "asha", "/v1/trace"))).isZero();
        }
    }

    @Test
    void keepsTheLimitOfASingleRouteBesides() {
        // Given
        try (var suite = Suite.inOneProcess(
                "asktrail.gateway.limits.per-minute=1",
                "asktrail.gateway.limits.burst=30",
                "asktrail.gateway.limits.routes.ask.per-minute=2")) {
            // When
            var first = ask(suite, "asha");
            ask(suite, "asha");
            var third = ask(suite, "asha");
            var catalogue = get(suite, "asha", "/v1/trace");

            // Then: the third took nothing of the allowance, 30 - 5 - 5 - 1
            assertThat(first.headers().firstValue("RateLimit-Policy"))
                    .hasValue("\"subject\";q=30;w=1800, \"ask\";q=2;w=60");
            assertThat(first.headers().firstValue("RateLimit").orElseThrow())
                    .matches("\"subject\";r=25;t=\\d+, \"ask\";r=1;t=\\d+");
            Doors.assertProblem(third, 429, "RATE_LIMITED");
            assertThat(third.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 30L);
            assertThat(Web.json(third).get("detail").asString()).contains("'ask'");
            assertThat(left(catalogue)).isEqualTo(19);
        }
    }

    @Test
    void givesBackWhatARouteTookWhenTheAllowanceIsSpent() {
        // Given
        try (var suite = Suite.inOneProcess(
                "asktrail.gateway.limits.per-minute=60",
                "asktrail.gateway.limits.burst=5",
                "asktrail.gateway.limits.routes.ask.per-minute=2")) {
            // When
            ask(suite, "asha");
            var second = ask(suite, "asha");

            // Then
            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.headers().firstValue("RateLimit").orElseThrow()).contains("\"ask\";r=0");
            var third = ask(suite, "asha");
            assertThat(third.headers().firstValue("RateLimit").orElseThrow()).contains("\"ask\";r=0");
            assertThat(Web.json(third).get("detail").asString()).contains("'subject'");
        }
    }

    @Test
    void refusesToStartWithLimitsThatMeanNothing() {
        assertThatThrownBy(() -> Suite.inOneProcess("asktrail.gateway.limits.per-minute=0"))
                .hasStackTraceContaining("per-minute and burst are at least 1");
        assertThatThrownBy(() -> Suite.inOneProcess("asktrail.gateway.limits.routes.x.weight=2"))
                .hasStackTraceContaining("each has requests");
        assertThatThrownBy(() -> Suite.inOneProcess("asktrail.gateway.limits.routes.x.requests=v1/ask"))
                .hasStackTraceContaining("write one as POST /v1/ask");
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

    private static HttpResponse<String> get(Suite suite, String sub, String path) {
        return Web.at(suite.port()).get(path, "Authorization", "Bearer " + token(suite, sub));
    }

    private static int left(HttpResponse<String> reply) {
        var state = Pattern.compile("^\"subject\";r=(\\d+);")
                .matcher(reply.headers().firstValue("RateLimit").orElseThrow());
        assertThat(state.find()).isTrue();
        return Integer.parseInt(state.group(1));
    }

    private static String token(Suite suite, String sub) {
        return suite.tokens()
                .mint(new Caller(sub, List.of(Role.VIEWER), List.of(), List.of(), List.of()), Duration.ofMinutes(1));
    }
}
