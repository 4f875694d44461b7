package io.asktrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** What holds at the gateway wherever the orchestrator is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Doors {
    private static final Caller ASHA =
            new Caller("asha", List.of(Role.ANALYST), List.of("Delhi"), List.of("ads"), List.of("export"));
    private static final String QUESTION = "{\"question\":\"ROAS last week?\"}";

    protected abstract Suite suite();

    private Web web() {
        return Web.at(suite().port());
    }

    private String[] loggedIn(String... more) {
        var token = suite().tokens().mint(ASHA, Duration.ofMinutes(5));
        var headers = new String[more.length + 2];
        headers[0] = "Authorization";
        headers[1] = "Bearer " + token;
        System.arraycopy(more, 0, headers, 2, more.length);
        return headers;
    }

    @Test
    void hasTheCallerOfTheTokenInside() {
        // When
        var reply = web().post("/v1/ask", QUESTION, loggedIn());

        // Then
        var heard = Web.json(reply);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(heard.get("question").asString()).isEqualTo("ROAS last week?");
        assertThat(heard.get("caller").toString())
                .isEqualTo("{\"sub\":\"asha\",\"roles\":[\"analyst\"],\"regions\":[\"Delhi\"],\"teams\":[\"ads\"],"
                        + "\"scope\":[\"export\"],\"channel\":\"http\"}");
        assertThat(heard.get("leftMs").asLong()).isBetween(10_000L, 20_000L);
    }

    @Test
    void letsAChannelInAsWhomeverItVouchesFor() {
        // When
        var heard = suite().frontDoor()
                .as(ASHA)
                .post()
                .uri("/v1/ask")
                .contentType(MediaType.APPLICATION_JSON)
                .body(QUESTION)
                .retrieve()
                .toEntity(String.class);

        // Then
        assertThat(heard.getBody())
                .contains("\"caller\":{\"sub\":\"asha\",\"roles\":[\"analyst\"],\"regions\":[\"Delhi\"]");
        assertThat(heard.getHeaders().getFirst("RateLimit")).contains("r=");
    }

    @Test
    void believesNoTokenOfAChannelThatItDidNotMake() {
        assertProblem(
                web().post("/v1/ask", QUESTION, "Authorization", "Bearer channel_" + "A".repeat(43)),
                401,
                "UNAUTHENTICATED");
    }

    @Test
    void letsNoHeaderInThatSomebodyCouldBelieve() {
        // When
        var reply = web().post(
                        "/v1/ask",
                        QUESTION,
                        loggedIn(
                                "X-User-Id",
                                "root",
                                "X-User-Roles",
                                "admin",
                                "X-Forwarded-For",
                                "10.0.0.1",
                                "X-Forwarded-Host",
                                "evil.example",
                                "Forwarded",
                                "for=10.0.0.1",
                                "X-Real-IP",
                                "10.0.0.1",
                                "X-Asktrail-Deadline-Ms",
                                "999999999",
                                "X-Asktrail-Anything",
                                "1",
                                "Idempotency-Key",
                                "mine",
                                "X-Request-Id",
                                "mine",
                                "Cookie",
                                "session=1",
                                "X-Original-URL",
                                "/v1/admin",
                                "X-HTTP-Method-Override",
                                "DELETE",
                                "traceparent",
                                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
                                "Accept-Language",
                                "hi"));

        // Then
        var heard = Web.json(reply);
        var names = heard.get("headers").propertyNames();
        assertThat(names).isSubsetOf(innerHeaders());
        assertThat(heard.get("headers").toString())
                .doesNotContain("0af7651916cd43dd8448eb211c80319c")
                .doesNotContain("mine")
                .doesNotContain(suite().tokens().getClass().getName());
        assertThat(heard.get("headers").get("accept-language").asString()).isEqualTo("hi");
        assertThat(heard.get("leftMs").asLong()).isLessThanOrEqualTo(20_000L);
        assertThat(reply.headers().firstValue("X-Request-Id").orElseThrow())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    /** The headers that may be seen inside, in this form. */
    protected abstract List<String> innerHeaders();

    @Test
    void passesAddressesAndParametersOnAsTheyAre() {
        // When
        var reply = web().get("/v1/answers/a%20b?q=x%26y+z", loggedIn());

        // Then
        assertThat(reply.body()).isEqualTo("{\"id\":\"a b\",\"q\":\"x&y z\"}");
    }

    @Test
    void passesFailuresOfTheInsideOn() {
        // When
        var reply = web().get("/v1/missing", loggedIn());

        // Then
        assertProblem(reply, 422, "UNKNOWN_METRIC");
        assertThat(Web.json(reply).get("detail").asString()).contains("did you mean roas");
        assertThat(Web.json(reply).get("trace_id").asString())
                .isEqualTo(reply.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void saysWhatIsWrongWithBrokenJson() {
        // When
        var reply = web().post("/v1/ask", "{\"question\":", loggedIn());

        // Then
        assertProblem(reply, 400, "MALFORMED_REQUEST");
        assertThat(Web.json(reply).get("detail").asString()).contains("line 1");
    }

    @Test
    void hasOneTraceOutsideAndInside() {
        // When
        var reply = web().get("/v1/trace", loggedIn());

        // Then
        assertThat(Web.json(reply).get("trace").asString())
                .isEqualTo(reply.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void packsLargeAnswersForWhoeverCanUnpackThem() {
        // When
        var plain = web().get("/v1/large", loggedIn());
        var packed = web().get("/v1/large", loggedIn("Accept-Encoding", "gzip"));

        // Then
        assertThat(plain.body()).hasSize(2_000_003);
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.body().length()).isLessThan(100_000);
    }

    @Test
    void takesBodiesOfUnknownLength() {
        assertThat(Web.json(web().postChunked("/v1/ask", QUESTION, loggedIn()))
                        .get("question")
                        .asString())
                .isEqualTo("ROAS last week?");
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        // Given
        var large = "{\"question\":\"" + "x".repeat(100_000) + "\"}";
        var just = "{\"question\":\"" + "x".repeat(64 * 1024 - 15) + "\"}";

        // When / Then
        assertProblem(web().post("/v1/ask", large, loggedIn()), 413, "TOO_LARGE");
        assertProblem(web().postChunked("/v1/ask", large, loggedIn()), 413, "TOO_LARGE");
        assertThat(web().post("/v1/ask", just, loggedIn()).statusCode()).isEqualTo(200);
        assertThat(web().postChunked("/v1/ask", just, loggedIn()).statusCode()).isEqualTo(200);
        assertProblem(web().postChunked("/v1/ask", just + "  ", loggedIn()), 413, "TOO_LARGE");
    }

    @Test
    void passesEventsOnAsTheyHappen() throws Exception {
        // Given
        FakeOrchestrator.NEXT_EVENT.drainPermits();
        var reply = web().open("/v1/events", loggedIn("Accept", "text/event-stream"));

        try (var lines = new BufferedReader(new InputStreamReader(reply.body(), StandardCharsets.UTF_8))) {
            // When
            var first = List.of(lines.readLine(), lines.readLine());
            FakeOrchestrator.NEXT_EVENT.release();
            var rest = lines.lines().toList();

            // Then
            assertThat(first).containsExactly("event:understood", "data:one");
            assertThat(rest).contains("event:answer", "data:two");
            assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        }
    }

    @Test
    void packsNoEventsAndHoldsNoRowsBack() throws Exception {
        // Given
        FakeOrchestrator.NEXT_EVENT.drainPermits();
        var events = web().open("/v1/events", loggedIn("Accept", "text/event-stream", "Accept-Encoding", "gzip"));
        var rows = web().open("/v1/rows", loggedIn("Accept-Encoding", "gzip"));

        // When: neither goes on before it is let
        try (var eventLines = lines(events.body());
                var unpacked = new GZIPInputStream(rows.body())) {
            var event = eventLines.readLine();
            var row = new String(unpacked.readNBytes("first\n".length()), StandardCharsets.UTF_8);
            FakeOrchestrator.NEXT_EVENT.release(2);

            // Then
            assertThat(events.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(event).isEqualTo("event:understood");
            assertThat(rows.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(row).isEqualTo("first\n");
            assertThat(unpacked.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("second\n");
        }
    }

    private static BufferedReader lines(InputStream body) {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    @Test
    void cutsTheConnectionWhenTheRestOfAReplyIsNotThere() throws Exception {
        // Given
        var reply = web().open("/v1/broken", loggedIn());

        // When / Then: nobody may take a part for the whole
        try (var body = reply.body()) {
            assertThat(new String(body.readNBytes("first\n".length()), StandardCharsets.UTF_8))
                    .isEqualTo("first\n");
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void passesTagsOfAnswersBothWays() {
        // When
        var first = web().get("/v1/tagged", loggedIn());
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var again = web().get("/v1/tagged", loggedIn("If-None-Match", tag));
        var other = web().get("/v1/tagged", loggedIn("If-None-Match", "\"six\""));

        // Then
        assertThat(tag).isEqualTo("\"seven\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        assertThat(again.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).hasSize(10_003);
    }

    @Test
    void letsNoHeaderInWhateverItIsCalled() {
        // Given: names that somebody could believe, in all ways to write them, and names that mean nothing
        var dice = new Random(20261128);
        var names = new ArrayList<String>();
        for (var name : BELIEVABLE) {
            names.addAll(List.of(
                    name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT), name.replace('-', '_')));
        }
        for (int i = 0; i < 200; i++) {
            names.add("X-" + Integer.toString(dice.nextInt(Integer.MAX_VALUE), 36));
        }

        // When / Then
        for (int from = 0; from < names.size(); from += 20) {
            var some = names.subList(from, Math.min(from + 20, names.size()));
            var more = some.stream()
                    .flatMap(name -> Stream.of(name, "smuggled", name, "smuggled too"))
                    .toArray(String[]::new);
            var heard = Web.json(web().post("/v1/ask", QUESTION, loggedIn(more)));
            assertThat(heard.get("headers").toString()).as(some.toString()).doesNotContain("smuggled");
            assertThat(heard.get("headers").propertyNames()).as(some.toString()).isSubsetOf(innerHeaders());
            assertThat(heard.get("caller").get("sub").asString()).isEqualTo("asha");
            assertThat(heard.get("leftMs").asLong()).isLessThanOrEqualTo(20_000L);
        }
    }

    private static final List<String> BELIEVABLE = List.of(
            "X-User",
            "X-User-Id",
            "X-User-Roles",
            "X-User-Regions",
            "X-Auth-Request-User",
            "X-Remote-User",
            "Remote-User",
            "X-Authenticated-User",
            "X-Roles",
            "X-Regions",
            "X-Tenant",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-User",
            "X-Forwarded-Server",
            "X-Forwarded-Ssl",
            "Forwarded",
            "X-Real-IP",
            "X-Client-IP",
            "True-Client-IP",
            "CF-Connecting-IP",
            "Via",
            "X-Original-URL",
            "X-Original-Host",
            "X-Rewrite-URL",
            "X-HTTP-Method-Override",
            "X-HTTP-Method",
            "X-Method-Override",
            "X-Asktrail-Deadline-Ms",
            "X-Asktrail-Language",
            "X-Asktrail-Caller",
            "Idempotency-Key",
            "X-Request-Id",
            "X-Correlation-Id",
            "X-B3-TraceId",
            "X-B3-Sampled",
            "b3",
            "traceparent",
            "tracestate",
            "baggage",
            "Cookie",
            "Proxy-Authorization",
            "X-Api-Key",
            "X-Amzn-Oidc-Data",
            "X-Amzn-Trace-Id",
            "X-Envoy-Internal",
            "X-Ms-Client-Principal",
            "X-Goog-Authenticated-User-Email",
            "Sec-Fetch-Site",
            "X-CSRF-Token",
            "Prefer",
            "Range",
            "X-Accel-Redirect",
            "X-Sendfile",
            "Front-End-Https",
            "X-Wap-Profile",
            "Proxy",
            "Early-Data",
            "Accept-Datetime");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orchestrator/v1/ask",
                "/orchestrator/openapi.json",
                "/agents/ads/fetch",
                "/orchestrator;a=b/v1/ask",
                "//orchestrator/v1/ask",
                "/v1/../orchestrator/v1/ask",
                "/v1/%2e%2e/orchestrator/openapi.json",
                "/%6frchestrator/v1/missing",
                "/v1/..;/orchestrator/openapi.json",
                "/v1%2f..%2forchestrator/openapi.json"
            })
    void keepsTheInsideClosed(String path) {
        assertThat(web().get(path).statusCode()).isIn(400, 401, 403, 404);
        assertThat(web().get(path, loggedIn()).statusCode()).isIn(400, 401, 403, 404);
    }

    @Test
    void isPublicWhereNothingCanBeLearnt() {
        assertThat(Web.json(web().get("/health")).get("status").asString()).isEqualTo("UP");
        assertThat(web().get("/").body()).contains("<title>Asktrail");
        assertThat(Web.json(web().get("/openapi.json")).get("asked_by").asString())
                .isEqualTo("nobody");
        for (var path : List.of("/env", "/beans", "/gateway", "/routes", "/v1/ask", "/v1", "/anything", "/refresh")) {
            assertProblem(web().get(path), 401, "UNAUTHENTICATED");
        }
        assertProblem(web().get("/anything", loggedIn()), 404, "UNKNOWN_ID");
        assertProblem(web().get("/v1/anything", loggedIn()), 404, "UNKNOWN_ID");
    }

    @Test
    void sendsWhatBrowsersNeedToBeSafe() {
        // When
        var headers = web().get("/").headers();

        // Then
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'self'");
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void describesItsOwnAddressesAndHowAllOfThemFail() {
        // When
        var document = Web.json(web().get("/openapi.json"));

        // Then
        assertThat(document.get("paths").propertyNames())
                .contains("/v1/ask", "/v1/ws", "/login-settings.json", "/health", "/health/readiness", "/openapi.json");
        assertThat(document.at("/paths/~1v1~1ask/post/operationId").asString()).isEqualTo("ask");
        assertThat(document.at("/paths/~1v1~1ask/post/responses/default/$ref").asString())
                .isEqualTo("#/components/responses/Problem");
        assertThat(document.at("/components/schemas/Answer/properties/id").toString())
                .isEqualTo("{\"type\":\"string\"}");
        assertThat(document.at("/components/schemas/Answer/properties/text").toString())
                .isEqualTo("{\"type\":[\"string\",\"null\"]}");
        assertThat(document.at("/components/schemas/Answer/properties/task").toString())
                .isEqualTo("{\"anyOf\":[{\"$ref\":\"#/components/schemas/Task\"},{\"type\":\"null\"}]}");
        assertThat(document.at("/components/schemas/Problem/required").toString())
                .contains("code", "detail");
    }

    @Test
    void hasPagesForTheDocumentWithNothingFromElsewhere() {
        // When
        var page = web().get("/docs");
        var library = web().get("/docs/swagger-ui-bundle.js");

        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self'")
                .doesNotContain("unsafe-eval");
        assertThat(page.body())
                .contains("/docs/docs.js")
                .doesNotContain("http://")
                .doesNotContain("https://");
        assertThat(library.statusCode()).isEqualTo(200);
        assertThat(library.headers().firstValue("Content-Type").orElseThrow()).contains("javascript");
        assertThat(web().get("/docs/docs.js").body()).contains("/openapi.json");
        assertThat(web().get("/docs/swagger-ui.css").statusCode()).isEqualTo(200);
        for (var path :
                List.of("/docs/swagger-initializer.js", "/docs/../asktrail-gateway.properties", "/docs/package.json")) {
            assertThat(web().get(path, loggedIn()).statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void saysHowLongFilesMayBeKept() {
        assertThat(web().get("/").headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(web().get("/assets/look-1a2b3c4d.css").headers().firstValue("Cache-Control"))
                .hasValue("max-age=31536000, public, immutable");
        assertThat(web().get("/docs/swagger-ui.css").headers().firstValue("Cache-Control"))
                .hasValue("max-age=86400, public");
        assertThat(web().get("/v1/trace", loggedIn())
                        .headers()
                        .firstValue("Cache-Control")
                        .orElseThrow())
                .contains("no-store");
    }

    @Test
    void tellsPagesHowToLogIn() {
        // When
        var reply = web().get("/login-settings.json");

        // Then
        assertThat(reply.body()).isEqualTo("{\"kind\":\"local\"}");
        assertThat(reply.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @Test
    void answersNoOtherOrigin() {
        // When
        var reply = web().get("/v1/missing", loggedIn("Origin", "https://evil.example"));

        // Then
        assertThat(reply.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    static void assertProblem(HttpResponse<String> reply, int status, String code) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(Web.json(reply).get("code").asString()).isEqualTo(code);
        assertThat(Web.json(reply).get("detail").asString()).isNotBlank();
        assertThat(Web.json(reply).get("trace_id").asString()).matches("[0-9a-f]{32}");
    }
}
