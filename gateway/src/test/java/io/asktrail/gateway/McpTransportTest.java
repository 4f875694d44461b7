package io.asktrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** What holds at the protocol's address for whoever speaks HTTP to it. */
class McpTransportTest {
    private static final Caller ASHA =
            new Caller("asha", List.of(Role.ANALYST), List.of("Delhi"), List.of(), List.of());
    private static final Caller RAVI = new Caller("ravi", List.of(Role.ANALYST), List.of("*"), List.of(), List.of());
    private static final Caller ASHA_PROMOTED =
            new Caller("asha", List.of(Role.ANALYST), List.of("*"), List.of(), List.of());
    private static final String INITIALIZE = """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"%s","capabilities":{},
         "clientInfo":{"name":"test","version":"1"}}}\
        """;
    private static final String LIST_TOOLS = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}";
    private static final String SLOW = """
        {"jsonrpc":"2.0","id":%s,"method":"tools/call","params":{"name":"ask","arguments":{"question":"slow"}}}\
        """;
    private static final String CANCEL = """
        {"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":%s,"reason":"enough"}}\
        """;

    private static Suite suite;
    private final HttpClient http = HttpClient.newHttpClient();

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(FakeAnswers.class)
    static class Inside {}

    @BeforeAll
    static void start() {
        suite = Suite.around(
                Inside.class,
                "asktrail.mcp.allowed-origins=http://localhost:*,https://chat.example",
                "asktrail.gateway.allowed-origins=https://chat.example",
                "asktrail.mcp.sessions-per-caller=5",
                "asktrail.gateway.limits.burst=1000");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @BeforeEach
    void forget() {
        FakeAnswers.BEGUN.drainPermits();
        FakeAnswers.STOPPED.drainPermits();
    }

    private HttpRequest.Builder request(Caller caller, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/mcp".formatted(suite.port())))
                .header("Authorization", "Bearer " + suite.tokens().mint(caller, Duration.ofMinutes(5)))
                .header("Accept", "application/json, text/event-stream")
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(Caller caller, String body, String... headers) throws Exception {
        return send(request(caller, headers)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private String session(Caller caller) throws Exception {
        return post(caller, INITIALIZE.formatted("2025-06-18"))
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();
    }

    private CompletableFuture<HttpResponse<String>> askSlowly(String session, String id) {
        return http.sendAsync(
                request(ASHA, "Mcp-Session-Id", session)
                        .POST(HttpRequest.BodyPublishers.ofString(SLOW.formatted(id)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void letsNobodyInWithoutAToken() throws Exception {
        // When
        var reply = Web.at(suite.port()).post("/mcp", INITIALIZE.formatted("2025-06-18"));

        // Then
        Doors.assertProblem(reply, 401, "UNAUTHENTICATED");
        assertThat(reply.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-26", "2025-06-18", "2025-11-25"})
    void speaksTheVersionThatTheClientSpeaks(String version) throws Exception {
        // When
        var reply = post(ASHA, INITIALIZE.formatted(version));

        // Then
        assertThat(Web.json(reply).at("/result/protocolVersion").asString()).isEqualTo(version);
        var session = reply.headers().firstValue("Mcp-Session-Id").orElseThrow();
        assertThat(post(ASHA, LIST_TOOLS, "Mcp-Session-Id", session, "MCP-Protocol-Version", version)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void offersItsNewestVersionToAClientFromTheFuture() throws Exception {
        assertThat(Web.json(post(ASHA, INITIALIZE.formatted("2099-01-01")))
                        .at("/result/protocolVersion")
                        .asString())
                .isEqualTo("2025-11-25");
    }

    @Test
    void refusesAVersionThatWasNotAgreedOn() throws Exception {
        Doors.assertProblem(
                post(ASHA, LIST_TOOLS, "Mcp-Session-Id", session(ASHA), "MCP-Protocol-Version", "1999-01-01"),
                400,
                "MALFORMED_REQUEST");
    }

    @Test
    void answersAPlainRequestAsJson() throws Exception {
        // When
        var reply = post(ASHA, LIST_TOOLS, "Mcp-Session-Id", session(ASHA));

        // Then
        assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(Web.json(reply).at("/id").asInt()).isEqualTo(2);
        assertThat(Web.json(reply).at("/result/tools").size()).isEqualTo(4);
    }

    @Test
    void keepsASessionToWhoeverBeganIt() throws Exception {
        // Given
        var session = session(ASHA);

        // When
        var other = post(RAVI, LIST_TOOLS, "Mcp-Session-Id", session);
        var sameWithOtherRights = post(ASHA_PROMOTED, LIST_TOOLS, "Mcp-Session-Id", session);
        var end = send(request(RAVI, "Mcp-Session-Id", session).DELETE().build());
        var owner = post(ASHA, LIST_TOOLS, "Mcp-Session-Id", session);

        // Then
        Doors.assertProblem(other, 404, "UNKNOWN_ID");
        Doors.assertProblem(sameWithOtherRights, 404, "UNKNOWN_ID");
        Doors.assertProblem(end, 404, "UNKNOWN_ID");
        assertThat(owner.statusCode()).isEqualTo(200);
    }

    @Test
    void endsASession() throws Exception {
        // Given
        var session = session(ASHA);

        // When
        var end = send(request(ASHA, "Mcp-Session-Id", session).DELETE().build());

        // Then
        assertThat(end.statusCode()).isEqualTo(204);
        Doors.assertProblem(post(ASHA, LIST_TOOLS, "Mcp-Session-Id", session), 404, "UNKNOWN_ID");
    }

    @Test
    void wantsASessionForAllButTheBeginning() throws Exception {
        Doors.assertProblem(post(ASHA, LIST_TOOLS), 400, "MALFORMED_REQUEST");
        Doors.assertProblem(post(ASHA, LIST_TOOLS, "Mcp-Session-Id", "made-up"), 404, "UNKNOWN_ID");
    }

    @Test
    void hasNothingToListenTo() throws Exception {
        // When
        var reply = send(request(ASHA, "Mcp-Session-Id", session(ASHA)).GET().build());

        // Then
        assertThat(reply.statusCode()).isEqualTo(405);
        assertThat(reply.headers().firstValue("Allow").orElseThrow()).contains("POST", "DELETE");
    }

    @Test
    void letsOnlyPagesInThatAreNamed() throws Exception {
        for (var origin : List.of("http://localhost:6274", "https://chat.example")) {
            assertThat(post(ASHA, INITIALIZE.formatted("2025-06-18"), "Origin", origin)
                            .statusCode())
                    .isEqualTo(200);
        }
        for (var origin : List.of(
                "http://evil.example",
                "https://chat.example.evil.example",
                "http://localhost.evil.example:80",
                "null",
                "http://127.0.0.1:" + suite.port())) {
            Doors.assertProblem(post(ASHA, INITIALIZE.formatted("2025-06-18"), "Origin", origin), 403, "FORBIDDEN");
        }
    }

    @Test
    void tellsBrowsersWhatAPageThatIsNamedMaySend() throws Exception {
        // When
        var asked = send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/mcp".formatted(suite.port())))
                .header("Origin", "https://chat.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,mcp-session-id,mcp-protocol-version")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build());
        var begun = post(ASHA, INITIALIZE.formatted("2025-06-18"), "Origin", "https://chat.example");

        // Then
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("mcp-session-id", "mcp-protocol-version");
        assertThat(begun.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("Mcp-Session-Id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "42",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":7}"
            })
    void saysWhatItExpectsInsteadOfNonsense(String body) throws Exception {
        Doors.assertProblem(post(ASHA, body), 400, "MALFORMED_REQUEST");
    }

    @Test
    void saysThatAMethodIsUnknown() throws Exception {
        // When
        var reply = post(
                ASHA,
                "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"tools/destroy\"}",
                "Mcp-Session-Id",
                session(ASHA));

        // Then
        assertThat(Web.json(reply).at("/error/code").asInt()).isEqualTo(-32601);
        assertThat(Web.json(reply).at("/id").asString()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"seven\"", "9007199254740993"})
    void stopsARequestThatIsTakenBack(String id) throws Exception {
        // Given
        var session = session(ASHA);
        var reply = askSlowly(session, id);
        assertThat(FakeAnswers.BEGUN.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

        // When
        var cancel = post(ASHA, CANCEL.formatted(id), "Mcp-Session-Id", session);

        // Then
        assertThat(cancel.statusCode()).isEqualTo(202);
        assertThat(FakeAnswers.STOPPED.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(reply.get(10, TimeUnit.SECONDS).body()).isEmpty();
        assertThat(post(ASHA, LIST_TOOLS, "Mcp-Session-Id", session).statusCode())
                .isEqualTo(200);
    }

    @Test
    void stopsWhatASessionHadBegunWhenItEnds() throws Exception {
        // Given
        var session = session(ASHA);
        var reply = askSlowly(session, "8");
        assertThat(FakeAnswers.BEGUN.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

        // When
        send(request(ASHA, "Mcp-Session-Id", session).DELETE().build());

        // Then
        assertThat(FakeAnswers.STOPPED.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(reply.get(10, TimeUnit.SECONDS).body()).isEmpty();
    }

    @Test
    void stopsWhenTheClientHangsUp() throws Exception {
        // Given
        var reply = askSlowly(session(ASHA), "9");
        assertThat(FakeAnswers.BEGUN.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

        // When
        reply.cancel(true);

        // Then
        assertThat(FakeAnswers.STOPPED.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void takesNoRequestOfAnotherSessionBack() throws Exception {
        // Given
        var reply = askSlowly(session(ASHA), "10");
        assertThat(FakeAnswers.BEGUN.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

        // When
        post(RAVI, CANCEL.formatted("10"), "Mcp-Session-Id", session(RAVI));
        post(ASHA, CANCEL.formatted("10"), "Mcp-Session-Id", session(ASHA));

        // Then: it still waits, until it is given up.
        assertThat(reply.isDone()).isFalse();
        assertThat(FakeAnswers.STOPPED.availablePermits()).isZero();
        reply.cancel(true);
        assertThat(FakeAnswers.STOPPED.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void forgetsTheSessionOfACallerThatWasNotUsedForLongest() throws Exception {
        // Given
        var somebodyElses = session(ASHA);
        var begun = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            begun.add(session(RAVI));
        }
        post(RAVI, LIST_TOOLS, "Mcp-Session-Id", begun.getFirst());

        // When
        begun.add(session(RAVI));

        // Then
        var statuses = new ArrayList<Integer>();
        for (var session : begun) {
            statuses.add(post(RAVI, LIST_TOOLS, "Mcp-Session-Id", session).statusCode());
        }
        assertThat(statuses).containsExactly(200, 404, 200, 200, 200, 200);
        assertThat(post(ASHA, LIST_TOOLS, "Mcp-Session-Id", somebodyElses).statusCode())
                .isEqualTo(200);
    }
}
