package io.asktrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Questions over a WebSocket, wherever the orchestrator is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Sockets {
    private static final Caller ASHA =
            new Caller("asha", List.of(Role.ANALYST), List.of("Delhi"), List.of(), List.of());
    private static final Caller RAVI = new Caller("ravi", List.of(Role.ADMIN), List.of("*"), List.of(), List.of());
    static final String[] SETTINGS = {
        "asktrail.gateway.limits.burst=1000",
        "asktrail.gateway.socket.login-within=1s",
        "asktrail.gateway.socket.send-within=1s",
        "asktrail.gateway.socket.in-line=2",
        "asktrail.gateway.allowed-origins=https://reports.example"
    };

    private final Suite suite = suite();

    abstract Suite suite();

    @AfterAll
    void stop() {
        suite.close();
    }

    @BeforeEach
    void nothingIsLeftOver() {
        FakeOrchestrator.NEXT_EVENT.drainPermits();
        FakeOrchestrator.STOPPED.clear();
    }

    private String token(Caller caller) {
        return suite.tokens().mint(caller, Duration.ofMinutes(5));
    }

    /** A token of somebody that expired so many seconds ago: thirty are forgiven. */
    private String expired(int seconds) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer("asktrail-local")
                .audience("asktrail")
                .subject("asha")
                .claim("roles", List.of("analyst"))
                .issueTime(Date.from(now.minusSeconds(300)))
                .expirationTime(Date.from(now.minusSeconds(seconds)))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(suite.outsideKey()));
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
        return token.serialize();
    }

    private SocketClient loggedIn() {
        var socket = SocketClient.open(suite.port(), "Authorization", "Bearer " + token(ASHA));
        assertThat(socket.next().get("event").asString()).isEqualTo("ready");
        return socket;
    }

    @Test
    void sendsTheStagesAndTheAnswer() {
        // Given
        var socket = loggedIn();

        // When
        socket.say("{\"id\":\"q1\",\"question\":\"ROAS last week?\"}");

        // Then
        var understood = socket.next();
        assertThat(understood.propertyNames()).containsExactly("id", "event", "data");
        assertThat(understood.get("id").asString()).isEqualTo("q1");
        assertThat(understood.get("event").asString()).isEqualTo("understood");
        assertThat(understood.get("data").get("sub").asString()).isEqualTo("asha");
        assertThat(understood.get("data").get("question").asString()).isEqualTo("ROAS last week?");
        assertThat(socket.next().toString())
                .isEqualTo("{\"id\":\"q1\",\"event\":\"answer\",\"data\":{\"text\":\"42\"}}");
    }

    @Test
    void logsInWithTheFirstMessage() {
        // Given
        var socket = SocketClient.open(suite.port());

        // When
        socket.say("{\"token\":\"" + token(ASHA) + "\"}");
        socket.say("{\"question\":\"x\"}");

        // Then
        var ready = socket.next();
        assertThat(ready.get("event").asString()).isEqualTo("ready");
        assertThat(ready.get("data").get("sub").asString()).isEqualTo("asha");
        assertThat(socket.next().get("data").get("sub").asString()).isEqualTo("asha");
        assertThat(socket.next().get("event").asString()).isEqualTo("answer");
    }

    @Test
    void answersOneQuestionAfterTheOther() {
        // Given
        var socket = loggedIn();

        // When
        socket.say("{\"id\":\"1\",\"question\":\"long one\"}");
        socket.say("{\"id\":\"2\",\"question\":\"second\"}");
        assertThat(socket.next().get("id").asString()).isEqualTo("1");
        FakeOrchestrator.NEXT_EVENT.release();

        // Then
        assertThat(List.of(
                        socket.next().get("id").asString(),
                        socket.next().get("id").asString(),
                        socket.next().get("id").asString()))
                .containsExactly("1", "2", "2");
    }

    @Test
    void hasALineThatEnds() {
        // Given
        var socket = loggedIn();
        socket.say("{\"id\":\"1\",\"question\":\"long one\"}");
        assertThat(socket.next().get("id").asString()).isEqualTo("1");

        // When: two may wait
        for (var id : List.of("2", "3", "4")) {
            socket.say("{\"id\":\"%s\",\"question\":\"long\"}".formatted(id));
        }

        // Then
        var refused = socket.next();
        assertThat(refused.get("id").asString()).isEqualTo("4");
        assertThat(refused.get("event").asString()).isEqualTo("error");
        assertThat(refused.get("data").get("code").asString()).isEqualTo("RATE_LIMITED");
        socket.close();
    }

    @Test
    void stopsTheWorkWhenTheSocketCloses() {
        // Given
        var socket = loggedIn();
        socket.say("{\"question\":\"long one\"}");
        assertThat(socket.next().get("event").asString()).isEqualTo("understood");

        // When
        socket.close();

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(FakeOrchestrator.STOPPED).containsExactly("long one"));
    }

    @Test
    void stopsTheWorkWhenTheClientIsGoneWithoutAWord() {
        // Given
        var socket = loggedIn();
        socket.say("{\"question\":\"long one\"}");
        assertThat(socket.next().get("event").asString()).isEqualTo("understood");

        // When
        socket.vanish();

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(FakeOrchestrator.STOPPED).containsExactly("long one"));
    }

    @Test
    void passesRefusalsOfTheInsideOnWithTheirTime() {
        // Given
        var socket = loggedIn();

        // When
        socket.say("{\"id\":\"b\",\"question\":\"busy\"}");

        // Then
        var refused = socket.next();
        assertThat(refused.get("id").asString()).isEqualTo("b");
        assertThat(refused.get("event").asString()).isEqualTo("error");
        assertThat(refused.get("data").get("code").asString()).isEqualTo("RATE_LIMITED");
        assertThat(refused.get("retry_after").asInt()).isEqualTo(7);
        socket.say("{\"question\":\"x\"}");
        assertThat(socket.next().get("event").asString()).isEqualTo("understood");
    }

    @Test
    void saysWhatIsWrongWithAMessageAndGoesOn() {
        // Given
        var socket = loggedIn();

        // When / Then
        assertThat(errorOf(socket, "{\"question\":")).contains("not valid JSON at line 1");
        assertThat(errorOf(socket, "[1]")).contains("is a JSON object");
        assertThat(errorOf(socket, "{}")).contains("no question");
        assertThat(errorOf(socket, "{\"id\":7,\"question\":\"x\"}")).contains("'id' has to be a text");
        assertThat(errorOf(socket, "{\"token\":\"x\",\"question\":\"x\"}")).contains("nothing else");
        assertThat(errorOf(socket, "{\"question\":[1]}")).contains("'question'");
        socket.say("{\"question\":\"x\"}");
        assertThat(socket.next().get("event").asString()).isEqualTo("understood");
    }

    private static String errorOf(SocketClient socket, String message) {
        socket.say(message);
        var said = socket.next();
        assertThat(said.get("event").asString()).isEqualTo("error");
        assertThat(said.get("data").get("code").asString()).isEqualTo("MALFORMED_REQUEST");
        return said.get("data").get("detail").asString();
    }

    @Test
    void closesForWhoDoesNotLogIn() {
        // When
        var silent = SocketClient.open(suite.port());
        var eager = SocketClient.open(suite.port());
        eager.say("{\"question\":\"x\"}");
        var forger = SocketClient.open(suite.port());
        forger.say("{\"token\":\"x.y.z\"}");

        // Then
        assertThat(silent.closed()).startsWith("4401 Log in first");
        assertThat(eager.closed()).startsWith("4401 Log in first");
        assertThat(forger.closed()).startsWith("4401 The token");
    }

    @Test
    void closesWhenTheTokenExpires() {
        // Given
        var socket = SocketClient.open(suite.port());

        // When
        socket.say("{\"token\":\"" + expired(28) + "\"}");

        // Then
        assertThat(socket.next().get("event").asString()).isEqualTo("ready");
        assertThat(socket.closed()).startsWith("4401 The token has expired");
    }

    @Test
    void goesOnWithANewTokenOfTheSamePersonOnly() {
        // Given
        var socket = SocketClient.open(suite.port());
        socket.say("{\"token\":\"" + expired(27) + "\"}");
        var first = socket.next().get("data").get("until").asString();

        // When
        socket.say("{\"token\":\"" + token(ASHA) + "\"}");
        var second = socket.next().get("data").get("until").asString();
        socket.say("{\"token\":\"" + token(RAVI) + "\"}");

        // Then
        assertThat(second).isGreaterThan(first);
        assertThat(socket.closed()).startsWith("4401 The new token is somebody else's");
    }

    @Test
    void closesForMessagesThatAreTooLargeOrNoText() {
        // Given
        var large = loggedIn();
        var binary = loggedIn();

        // When
        large.say("{\"question\":\"" + "x".repeat(70_000) + "\"}");
        binary.sayBytes(new byte[] {1, 2, 3});

        // Then
        assertThat(large.closed()).startsWith("1009 ");
        assertThat(binary.closed()).startsWith("1003 ");
    }

    @Test
    void leavesAClientThatDoesNotRead() {
        // Given
        var socket = SocketClient.open(suite.port(), "Authorization", "Bearer " + token(ASHA));
        socket.stopReading();

        // When: answers that fit into no buffer of a connection
        for (var id : List.of("1", "2", "3")) {
            socket.say("{\"id\":\"%s\",\"question\":\"large\"}".formatted(id));
        }
        socket.say("{\"id\":\"4\",\"question\":\"long\"}");

        // Then: it was left before the last was asked, or that one was stopped
        await().atMost(Duration.ofSeconds(20)).until(socket::isCutOff);
    }

    @Test
    void isNoAddressForAnythingElse() {
        // When / Then
        Doors.assertProblem(Web.at(suite.port()).get("/v1/ws"), 426, "MALFORMED_REQUEST");
        Doors.assertProblem(
                Web.at(suite.port()).post("/v1/ws", "{}", "Authorization", "Bearer " + token(ASHA)),
                405,
                "MALFORMED_REQUEST");
        assertThat(refusal("Authorization", "Bearer x.y.z")).isEqualTo(401);
        assertThat(refusal("Origin", "https://evil.example")).isEqualTo(403);
        SocketClient.open(suite.port(), "Origin", "https://reports.example").close();
        SocketClient.open(suite.port(), "Origin", "https://127.0.0.1:" + suite.port())
                .close();
    }

    private int refusal(String... headers) {
        try {
            SocketClient.open(suite.port(), headers).close();
            return 101;
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw failed;
        }
    }
}
