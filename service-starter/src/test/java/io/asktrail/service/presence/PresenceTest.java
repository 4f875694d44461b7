package io.asktrail.service.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.service.RunningEcho;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Callers that hang up, over real connections. */
@Import(PresenceTest.Slow.class)
class PresenceTest extends RunningEcho {
    private static final BlockingQueue<String> HAPPENED = new LinkedBlockingQueue<>();
    private static final long LONGER_THAN_ANY_TEST_MS = 60_000;

    @RestController
    static class Slow {
        @GetMapping("/slow")
        String slow() {
            return waited("stopped");
        }

        @PostMapping("/slow")
        String slow(@RequestBody String body) {
            return waited("stopped after %d characters".formatted(body.length()));
        }

        @GetMapping("/slow-stream")
        SseEmitter stream(HttpServletRequest request) {
            var emitter = new SseEmitter(LONGER_THAN_ANY_TEST_MS);
            var worker = Thread.ofVirtual().unstarted(() -> waited("stream stopped"));
            Waiting.whenGone(request, worker::interrupt);
            worker.start();
            return emitter;
        }

        @GetMapping("/half-a-second")
        String halfASecond() throws InterruptedException {
            Thread.sleep(500);
            return "here it is";
        }

        private static String waited(String whenStopped) {
            HAPPENED.add("began");
            try {
                new CountDownLatch(1).await(LONGER_THAN_ANY_TEST_MS, TimeUnit.MILLISECONDS);
                return "nobody hung up";
            } catch (InterruptedException stopped) {
                HAPPENED.add(whenStopped);
                return whenStopped;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stopped", "stopped after 20000 characters", "stream stopped"})
    void stopsWorkThatNobodyWaitsForAnyMore(String expected) throws Exception {
        // Given
        HAPPENED.clear();
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            send(connection, requestThatEndsAs(expected));
            assertThat(next()).isEqualTo("began");
        }

        // When: the connection is closed

        // Then
        assertThat(next()).isEqualTo(expected);
    }

    private static String requestThatEndsAs(String expected) {
        return switch (expected) {
            case "stopped" -> "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n";
            case "stream stopped" -> "GET /slow-stream HTTP/1.1\r\nHost: a\r\n\r\n";
            default ->
                "POST /slow HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 20000\r\n\r\n"
                        + "x".repeat(20_000);
        };
    }

    @Test
    void leavesAloneWhoWaitsAndWhoAsksAgainOnTheSameConnection() throws Exception {
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            // Given
            var reader = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));

            // When
            send(connection, "GET /half-a-second HTTP/1.1\r\nHost: a\r\n\r\n");
            var first = body(reader);
            send(connection, "GET /half-a-second HTTP/1.1\r\nHost: a\r\n\r\n");
            var second = body(reader);

            // Then
            assertThat(first).isEqualTo("here it is");
            assertThat(second).isEqualTo("here it is");
        }
    }

    @Test
    void losesNothingOfARequestThatIsSentBeforeTheReplyToTheOneBeforeIt() throws Exception {
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            // Given
            var reader = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            send(connection, "GET /half-a-second HTTP/1.1\r\nHost: a\r\n\r\n");
            Thread.sleep(200); // into the middle of the first one, when its connection is being looked at

            // When
            send(connection, "GET /half-a-second HTTP/1.1\r\nHost: a\r\n\r\n");

            // Then
            assertThat(body(reader)).isEqualTo("here it is");
            assertThat(body(reader)).isEqualTo("here it is");
        }
    }

    private static void send(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
    }

    private static @Nullable String body(BufferedReader reader) throws IOException {
        var length = 0;
        for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        var body = new char[length];
        return reader.read(body) == length ? new String(body) : null;
    }

    private static @Nullable String next() throws InterruptedException {
        return HAPPENED.poll(10, TimeUnit.SECONDS);
    }
}
