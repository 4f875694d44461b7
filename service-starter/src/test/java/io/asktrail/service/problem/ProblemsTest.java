package io.asktrail.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.service.RunningEcho;
import io.asktrail.service.Web;
import io.asktrail.service.token.InternalTokens;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a caller reads when something is wrong with a request. */
class ProblemsTest extends RunningEcho {
    @Autowired
    private InternalTokens tokens;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"text":                              | The JSON ends too early, at line 1, column 9.
            {"text":"a",,}                        | The body is not valid JSON at line 1, column 13.
            {"txt":"a","limit":0}                 | 'txt' is not known here: use amount, day, limit, role, text.
            {"text":"a","limit":-1}               | The body: a limit of -1 keeps nothing: leave it out.
            {"text":"a","limit":5.7}              | 'limit' cannot be '5.7': it has to be a whole number.
            {"text":"a","limit":"5"}              | 'limit' has the wrong shape: it has to be a whole number.
            {"text":"a","limit":"many"}           | 'limit' has the wrong shape: it has to be a whole number.
            {"text":"a","limit":null}             | 'limit' has the wrong shape: it has to be a whole number.
            {"text":"a","day":"31.10.2025"}       | 'day' cannot be '31.10.2025': it has to be a date such as 2025-10-31.
            {"text":"a","role":"king"}            | 'role' cannot be 'king': it has to be one of viewer, analyst, manager, admin.
            {"text":["a"]}                        | 'text' has the wrong shape: it has to be a text.
            {"text":"a","limit":0} {}             | The body has the wrong shape: it has to be an object of the documented form.
            {"text":"a"}                          | 'limit' has the wrong shape: it has to be a whole number.
            []                                    | The body has the wrong shape: it has to be an object of the documented form.
            ``                                    | The request has no body: send JSON.
            """)
    void saysWhatIsWrongWithABodyAndWhere(String body, String detail) {
        // When
        var reply = post("/agents/echo/tell", body);

        // Then
        assertThat(Web.json(reply).get("detail").asString()).isEqualTo(detail);
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(Web.json(reply).get("code").asString()).isEqualTo("MALFORMED_REQUEST");
        assertThat(Web.json(reply).get("trace_id").asString()).matches("[0-9a-f]{32}");
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.body())
                .doesNotContain("Exception")
                .doesNotContain("io.asktrail")
                .doesNotContain("java.");
    }

    @Test
    void keepsInnerDetailToItself() {
        // When
        var reply = post("/agents/echo/fail", "{\"text\":\"unforeseen\",\"limit\":0}");

        // Then
        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(Web.json(reply).get("code").asString()).isEqualTo("BROKEN_INVARIANT");
        assertThat(reply.body()).doesNotContain("secret");
    }

    @Test
    void answersWhatSpringRefusesInTheSameShape() {
        assertProblem(web.get("/nowhere"), 404, "UNKNOWN_ID");
        assertProblem(web.get("/error"), 404, "UNKNOWN_ID");
        assertProblem(web.post("/things/1", "{}"), 405, "MALFORMED_REQUEST");
        assertProblem(web.get("/things/many"), 400, "MALFORMED_REQUEST");
        assertProblem(web.get("/things/1", "Accept", "image/png"), 406, "MALFORMED_REQUEST");
    }

    @Test
    void tellsItsHealthAndNothingElse() {
        assertThat(web.get("/health").statusCode()).isEqualTo(200);
        assertThat(Web.json(web.get("/health")).get("status").asString()).isEqualTo("UP");
        assertThat(Web.json(web.get("/health/liveness")).get("status").asString())
                .isEqualTo("UP");
        assertThat(Web.json(web.get("/health/readiness")).get("status").asString())
                .isEqualTo("UP");
        for (var path : List.of("/env", "/beans", "/metrics", "/actuator", "/actuator/env", "/info", "/")) {
            assertThat(web.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private HttpResponse<String> post(String path, String body) {
        var token = tokens.towards("agent-echo").mint(new Caller("asha", List.of(), List.of(), List.of(), List.of()));
        return web.post(path, body, "Authorization", "Bearer " + token);
    }

    private static void assertProblem(HttpResponse<String> reply, int status, String code) {
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(Web.json(reply).get("status").asInt()).isEqualTo(status);
        assertThat(Web.json(reply).get("code").asString()).isEqualTo(code);
        assertThat(Web.json(reply).get("detail").asString()).isNotBlank();
    }
}
