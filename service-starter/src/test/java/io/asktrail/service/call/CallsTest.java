package io.asktrail.service.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.service.EchoAgent;
import io.asktrail.service.EchoAgent.Said;
import io.asktrail.service.RunningEcho;
import io.asktrail.service.Web;
import io.asktrail.service.token.InternalTokens;
import io.asktrail.service.tracing.Spans;
import io.asktrail.service.tracing.TraceIds;
import io.micrometer.common.KeyValues;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An agent behind its interface, with HTTP in between. */
class CallsTest extends RunningEcho {
    private static final Caller ASHA = new Caller(
            "asha", List.of(Role.ANALYST, Role.VIEWER), List.of("Delhi", "Kerala"), List.of("ads"), List.of());

    @Autowired
    private AgentClients clients;

    @Autowired
    private InternalTokens tokens;

    @Autowired
    private Spans spans;

    private EchoAgent echo = unset();

    @BeforeEach
    void reach() {
        echo = clients.create(EchoAgent.class, "agent-echo", URI.create("http://127.0.0.1:" + port));
    }

    @Test
    void carriesTheCallerTheDeadlineTheKeyAndTheBody() {
        // Given
        var said = new Said("hello", new BigDecimal("0.10"), null, null, 0);

        // When
        var heard = echo.tell(call(Duration.ofSeconds(5)), said);

        // Then
        assertThat(heard.text()).isEqualTo("hello");
        assertThat(heard.amount()).isEqualTo(new BigDecimal("0.10"));
        assertThat(heard.sub()).isEqualTo("asha");
        assertThat(heard.roles()).containsExactly(Role.VIEWER, Role.ANALYST);
        assertThat(heard.regions()).containsExactly("Delhi", "Kerala");
        assertThat(heard.leftMs()).isBetween(1000L, 5000L);
        assertThat(heard.key()).isEqualTo("key-1");
    }

    @Test
    void callsWhatAnInterfaceAboveDeclaresWithAnAnswerOfItsOwn() {
        assertThat(echo.inherited(call(Duration.ofSeconds(5)))).containsExactly("served");
    }

    @Test
    void keepsEveryDigitOfANumber() {
        assertThat(echo.numbers(call(Duration.ofSeconds(5))))
                .containsExactly(
                        new BigDecimal("0.10"), new BigDecimal("1000"), new BigDecimal("123456789012345678.123456789"));
    }

    @Test
    void streamsAReplyAsItComes() throws Exception {
        // Given more than is ever held at once
        var lines = 200_000;

        // When
        try (var stream = echo.lines(
                        call(Duration.ofSeconds(30)), new Said("0123456789012345678", null, null, null, lines));
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {

            // Then
            assertThat(reader.lines().filter("0123456789012345678"::equals).count())
                    .isEqualTo(lines);
        }
    }

    @Test
    void tellsWhyAStreamWasRefusedBeforeItBegan() {
        assertThatThrownBy(() -> echo.lines(call(Duration.ofSeconds(5)), Said.of("")))
                .isInstanceOfSatisfying(SuiteException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
                    assertThat(refused.forCaller()).isEqualTo("Say what the lines are.");
                });
    }

    @Test
    void keepsOneTraceAcrossProcessesAndThreads() throws Exception {
        // Given
        record Traces(String here, String there) {}

        // When
        var traces = spans.within("question", KeyValues.empty(), () -> {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var there = threads.submit(Spans.carried(() ->
                        echo.tell(call(Duration.ofSeconds(5)), Said.of("hello")).traceId()));
                return new Traces(String.valueOf(TraceIds.current()), String.valueOf(there.get()));
            }
        });

        // Then
        assertThat(traces.here()).matches("[0-9a-f]{32}").isEqualTo(traces.there());
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNAUTHENTICATED"})
    void bringsBackTheCodeAndTheSentenceOfAFailure(ErrorCode code) {
        assertThatThrownBy(() -> echo.fail(call(Duration.ofSeconds(5)), Said.of(code.name())))
                .isInstanceOfSatisfying(SuiteException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(code);
                    assertThat(failure.forCaller()).isEqualTo("Ask for something else.");
                });
    }

    @Test
    void doesNotTellACallerToLogInWhenServicesDisagreeAboutKeys() {
        assertThatThrownBy(() -> echo.fail(call(Duration.ofSeconds(5)), Said.of("UNAUTHENTICATED")))
                .isInstanceOfSatisfying(SuiteException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.AGENT_DOWN);
                    assertThat(failure.forCaller()).contains("agent-echo").contains("keys");
                });
    }

    @Test
    void stopsWaitingAtTheDeadline() {
        // Given
        var begun = Instant.now();

        // When / Then
        assertThatThrownBy(() -> echo.sleep(call(Duration.ofMillis(300)), new Said("late", null, null, null, 3000)))
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.DEADLINE_PASSED));
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void doesNotCallAtAllWhenTheDeadlineHasPassed() {
        assertThatThrownBy(() -> echo.fail(call(Duration.ofMillis(-1)), Said.of("NO_DATA")))
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.DEADLINE_PASSED));
    }

    @Test
    void saysWhichAgentIsDown() throws IOException {
        // Given
        var nobody = clients.create(EchoAgent.class, "agent-other", URI.create("http://127.0.0.1:" + portOfNobody()));

        // When / Then
        assertThatThrownBy(() -> nobody.tell(call(Duration.ofSeconds(5)), Said.of("hello")))
                .isInstanceOfSatisfying(SuiteException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.AGENT_DOWN);
                    assertThat(failure.forCaller()).isEqualTo("agent-other cannot be reached.");
                });
    }

    @Test
    void givesUpWhenTheThreadIsInterrupted() throws Exception {
        // Given
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> {
                try {
                    echo.sleep(call(Duration.ofSeconds(20)), new Said("late", null, null, null, 3000));
                    return null;
                } catch (SuiteException failure) {
                    return failure.code();
                }
            });
            Thread.sleep(300);

            // When
            threads.shutdownNow();

            // Then
            assertThat(waiting.get(2, TimeUnit.SECONDS)).isEqualTo(ErrorCode.CANCELLED);
        }
    }

    @Test
    void needsAKeyBeforeTheFirstCall() {
        assertThatThrownBy(() -> clients.create(EchoAgent.class, "agent-unknown", URI.create("http://127.0.0.1:1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("agent-unknown.key");
    }

    @Test
    void refusesATokenMadeForAnotherService() {
        // Given
        var foreign = tokens.towards("agent-other").mint(ASHA);

        // When
        var reply = web.post("/agents/echo/tell", "{}", "Authorization", "Bearer " + foreign);

        // Then
        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(Web.json(reply).get("code").asString()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void refusesTwoTokensAtOnce() {
        // Given
        var good = "Bearer " + tokens.towards("agent-echo").mint(ASHA);

        // When
        var one = web.get("/agents/echo/numbers", "Authorization", good);
        var two = web.get("/agents/echo/numbers", "Authorization", good, "Authorization", good);

        // Then
        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(two.statusCode()).isEqualTo(401);
    }

    @Test
    void letsNobodyInFromOutside() {
        for (var path : List.of(
                "/agents/echo/numbers",
                "/orchestrator/v1/me",
                "/orchestrator;a=b/v1/me",
                "//agents/echo/numbers",
                "/%61gents/echo/numbers",
                "/x/../agents/echo/numbers")) {
            assertThat(web.get(path).statusCode()).as(path).isIn(400, 401, 404);
        }
    }

    @Test
    void believesTheGatewayOfTheSameProcessOnly() {
        assertThat(web.get("/forward").body()).contains("\"sub\":\"asha\"").contains("\"regions\":[\"Delhi\"]");
        assertThat(web.get("/forward-nobody").statusCode()).isEqualTo(401);
    }

    private static CallContext call(Duration patience) {
        return new CallContext(ASHA, Deadline.in(patience, Clock.systemUTC()), "key-1");
    }

    private static int portOfNobody() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @SuppressWarnings("NullAway") // set before each test
    private static EchoAgent unset() {
        return null;
    }
}
