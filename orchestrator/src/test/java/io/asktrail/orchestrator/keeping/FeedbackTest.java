package io.asktrail.orchestrator.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackTest {
    @Test
    void isKeptWithItsCorrectionFilledIn() {
        // Given
        var asha = Service.analyst();
        var answer = answerOf(asha);

        // When
        var given = Service.post(
                asha,
                feedback(answer),
                "{\"thumb\":\"down\",\"comment\":\"  the wrong day \",\"correction\":" + Service.task("2025-10-02")
                        + "}");
        var kept = Service.json(Service.get(asha, feedback(answer)));

        // Then
        assertThat(given.statusCode()).isEqualTo(204);
        assertThat(given.body()).isEmpty();
        assertThat(kept.get("thumb").asString()).isEqualTo("down");
        assertThat(kept.get("comment").asString()).isEqualTo("the wrong day");
        assertThat(kept.get("correction").get("time").get("start").asString()).isEqualTo("2025-10-02");
        assertThat(kept.get("correction").get("intent").asString()).isEqualTo("analytics.query");
    }

    @Test
    void replacesWhatTheSameCallerSaidBefore() {
        // Given
        var asha = Service.analyst();
        var answer = answerOf(asha);
        Service.post(asha, feedback(answer), "{\"thumb\":\"down\",\"comment\":\"no\"}");

        // When
        Service.post(asha, feedback(answer), "{\"thumb\":\"up\"}");

        // Then
        var kept = Service.json(Service.get(asha, feedback(answer)));
        assertThat(kept.get("thumb").asString()).isEqualTo("up");
        assertThat(kept.get("comment")).isNull();
    }

    @Test
    void isNobodyElsesToGiveOrRead() {
        // Given
        var asha = Service.analystOf("Delhi");
        var ravi = Service.analystOf("Kerala");
        var answer = answerOf(asha);
        Service.post(asha, feedback(answer), "{\"thumb\":\"up\",\"comment\":\"just between us\"}");

        // When
        var given = Service.post(ravi, feedback(answer), "{\"thumb\":\"down\"}");
        var never = Service.post(ravi, feedback("ans_never"), "{\"thumb\":\"down\"}");
        var read = Service.get(ravi, feedback(answer));

        // Then
        assertThat(Service.said(given)).isEqualTo(Service.said(never)).startsWith("404 UNKNOWN_ID");
        assertThat(read.statusCode()).isEqualTo(404);
        assertThat(read.body()).doesNotContain("between us");
        assertThat(Service.json(Service.get(asha, feedback(answer)))
                        .get("thumb")
                        .asString())
                .isEqualTo("up");
    }

    @Test
    void isNoneUntilItWasGiven() {
        var asha = Service.analyst();

        assertThat(Service.get(asha, feedback(answerOf(asha))).statusCode()).isEqualTo(404);
    }

    @Test
    void mustBeAThumbWithAtMostTwoThousandCharactersAndATaskThatCouldBeAsked() {
        // Given
        var asha = Service.analyst();
        var answer = answerOf(asha);
        var long2000 = "{\"thumb\":\"up\",\"comment\":\"%s\"}".formatted("x".repeat(2_000));

        // Then
        assertThat(Service.post(asha, feedback(answer), long2000).statusCode()).isEqualTo(204);
        assertThat(Service.post(asha, feedback(answer), long2000.replace("xx\"", "xxx\""))
                        .statusCode())
                .isEqualTo(413);
        for (var wrong : List.of("{}", "{\"thumb\":\"sideways\"}", "{\"thumb\":\"up\",\"stars\":5}", "")) {
            assertThat(Service.post(asha, feedback(answer), wrong).statusCode()).isEqualTo(400);
        }
        assertThat(Service.said(Service.post(
                        asha, feedback(answer), "{\"thumb\":\"up\",\"correction\":{\"metrics\":[\"happiness\"]}}")))
                .startsWith("422 UNKNOWN_METRIC")
                .contains("happiness");
    }

    private static String answerOf(Caller caller) {
        return Service.ask(caller, "talk", "how was 2025-10-01").get("id").asString();
    }

    private static String feedback(String answer) {
        return "/answers/%s/feedback".formatted(answer);
    }
}
