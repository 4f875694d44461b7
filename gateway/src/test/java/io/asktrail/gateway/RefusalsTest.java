package io.asktrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is refused, by whomever, says so in the same form. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {
    private final Suite suite = Suite.inTwoProcesses("asktrail.gateway.limits.burst=1000");
    private final Web web = Web.at(suite.port());

    @AfterAll
    void stop() {
        suite.close();
    }

    private String token() {
        return "Bearer "
                + suite.tokens()
                        .mint(
                                new Caller("asha", List.of(Role.VIEWER), List.of(), List.of(), List.of()),
                                Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/ask, 405",
        "DELETE, /v1/ask, 405",
        "PUT, /openapi.json, 405",
        "POST, /login-settings.json, 405",
        "POST, /, 405",
        "DELETE, /docs, 405",
        "POST, /health, 405",
        "GET, /v1/nothing/here, 404",
        "GET, /nothing, 404",
        "GET, /assets/nothing.js, 404",
        "GET, /docs/nothing.js, 404"
    })
    void refusesMethodsAndAddressesThatAreNotThere(String method, String path, int status) {
        // When
        var reply = web.send(method, path, "Authorization", token());

        // Then
        Doors.assertProblem(reply, status, status == 404 ? "UNKNOWN_ID" : "MALFORMED_REQUEST");
    }

    @Test
    void refusesFormsItDoesNotKnow() {
        Doors.assertProblem(
                web.postAs("text/plain", "/v1/ask", "ROAS?", "Authorization", token()), 415, "MALFORMED_REQUEST");
        Doors.assertProblem(
                web.post("/v1/ask", "{\"question\":\"x\"}", "Authorization", token(), "Accept", "text/csv"),
                406,
                "MALFORMED_REQUEST");
    }

    @Test
    void passesRefusalsOfTheInsideOnWithTheirTime() {
        // When
        var reply = web.get("/v1/busy", "Authorization", token());

        // Then
        Doors.assertProblem(reply, 429, "RATE_LIMITED");
        assertThat(reply.headers().firstValue("Retry-After")).hasValue("7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no HTTP | HELLO WORLD AND ALL | 400 | MALFORMED_REQUEST",
                "no host | GET / HTTP/1.1 | 400 | MALFORMED_REQUEST",
                "two hosts | GET / HTTP/1.1~Host: a~Host: b | 400 | MALFORMED_REQUEST",
                "character in the address | GET /v1/<x> HTTP/1.1~Host: a | 400 | MALFORMED_REQUEST",
                "address that is not escaped rightly | GET /v1/%zz HTTP/1.1~Host: a | 400 | MALFORMED_REQUEST",
                "character in a header's name | GET / HTTP/1.1~Host: a~a b: c | 400 | MALFORMED_REQUEST",
                "two lengths | POST /v1/ask HTTP/1.1~Host: a~Content-Length: 1~Content-Length: 2 | 400 |"
                        + " MALFORMED_REQUEST",
                "length that is none | POST /v1/ask HTTP/1.1~Host: a~Content-Length: x | 400 | MALFORMED_REQUEST",
                "unknown coding | POST /v1/ask HTTP/1.1~Host: a~Transfer-Encoding: zip | 501 | MALFORMED_REQUEST",
                "version from the future | GET / HTTP/9.1~Host: a | 505 | MALFORMED_REQUEST"
            })
    void refusesWhatIsNoProperRequest(String name, String lines, int status, String code) throws IOException {
        // When
        var reply = raw(lines.replace("~", "\r\n") + "\r\n\r\n");

        // Then
        assertProblem(reply, status, code);
    }

    @Test
    void refusesHeadersThatAreTooLarge() throws IOException {
        assertProblem(raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"), 431, "TOO_LARGE");
        assertProblem(raw("GET /?" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"), 431, "TOO_LARGE");
    }

    private static void assertProblem(String reply, int status, String code) {
        assertThat(reply).startsWith("HTTP/1.1 " + status);
        assertThat(reply).containsIgnoringCase("content-type: application/problem+json");
        var problem = body(reply);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("detail").asString()).endsWith(".").doesNotContain("Exception");
        assertThat(reply).doesNotContain("Tomcat").doesNotContain("<html");
    }

    private static JsonNode body(String reply) {
        var body = reply.substring(reply.indexOf("\r\n\r\n") + 4);
        return JsonMapper.shared().readTree(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1));
    }

    /** What the server says to these bytes, and then closes the connection. */
    private String raw(String request) throws IOException {
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), suite.port())) {
            connection.setSoTimeout(10_000);
            connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            connection.getOutputStream().flush();
            connection.shutdownOutput();
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
