package io.asktrail.orchestrator.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharingTest {
    @Test
    void opensTheAnswerForWhoeverHasTheSameRights() {
        // Given
        var asha = Service.analystOf("Delhi");
        var answer = Service.ask(asha, "talk", "how was 2025-10-01");

        // When
        var shared = Service.json(Service.post(asha, share(answer.get("id").asString()), null));
        var opened = Service.get(
                Service.analystOf("Delhi"), "/shared/" + shared.get("share").asString());

        // Then
        assertThat(Service.json(opened)).isEqualTo(answer);
        assertThat(opened.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(Instant.parse(shared.get("expires_at").asString()))
                .isBetween(
                        Instant.now().plus(Duration.ofDays(29)), Instant.now().plus(Duration.ofDays(31)));
    }

    @Test
    void opensNothingForWhoeverMaySeeLessOrMoreOrOtherThings() {
        // Given
        var asha = Service.analystOf("Delhi");
        var answer = Service.ask(asha, "talk", "how was 2025-10-04");
        var token = token(asha, answer.get("id").asString());

        for (var other : List.of(
                Service.analystOf("Kerala"),
                Service.analyst(),
                Service.caller(Role.VIEWER, "Delhi"),
                Service.caller(Role.ADMIN, "*"))) {
            // When
            var refused = Service.get(other, "/shared/" + token);

            // Then
            assertThat(Service.said(refused)).startsWith("403 FORBIDDEN").contains("ask the question yourself");
            assertThat(refused.body())
                    .doesNotContain("2025-10-04")
                    .doesNotContain(answer.get("id").asString());
        }
    }

    @Test
    void isTheOwnersAlone() {
        // Given
        var asha = Service.analystOf("Delhi");
        var ravi = Service.analystOf("Delhi");
        var answer = Service.ask(asha, "talk", "how was 2025-10-01").get("id").asString();
        var token = token(asha, answer);

        // When
        var shared = Service.post(ravi, share(answer), null);
        var ended = Service.delete(ravi, share(answer));
        var never = Service.delete(ravi, share("ans_never"));

        // Then
        assertThat(shared.statusCode()).isEqualTo(404);
        assertThat(Service.said(ended)).isEqualTo(Service.said(never)).startsWith("404 UNKNOWN_ID");
        assertThat(Service.get(ravi, "/shared/" + token).statusCode()).isEqualTo(200);
        assertThat(Service.get(ravi, "/answers/" + answer).statusCode()).isEqualTo(404);
    }

    @Test
    void endsWithAllLinks() {
        // Given
        var asha = Service.analyst();
        var answer = Service.ask(asha, "talk", "how was 2025-10-01").get("id").asString();
        var first = token(asha, answer);
        var second = token(asha, answer);
        assertThat(first).isNotEqualTo(second).hasSizeGreaterThanOrEqualTo(32);

        // When
        var ended = Service.delete(asha, share(answer));

        // Then
        assertThat(ended.statusCode()).isEqualTo(204);
        for (var token : List.of(first, second)) {
            assertThat(Service.get(asha, "/shared/" + token).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void saysThatItsTimeIsOver() {
        // Given
        var asha = Service.analyst();
        var answer = Service.ask(asha, "talk", "how was 2025-10-01").get("id").asString();
        var token = token(asha, answer);

        // When
        Service.jdbc()
                .sql("update shares set expires_at = now() - interval '1 second' where answer_id = :id")
                .param("id", answer)
                .update();

        // Then
        assertThat(Service.said(Service.get(asha, "/shared/" + token))).startsWith("410 EXPIRED");
    }

    @Test
    void isRefusedForAnAnswerOfOtherRightsThanTodays() {
        // Given somebody whose token opened more when the question was asked
        var asha = Service.analyst();
        var answer = Service.ask(asha, "talk", "how was 2025-10-01").get("id").asString();
        var narrowed = new Caller(asha.sub(), asha.roles(), List.of("Goa"), List.of(), List.of());

        // When
        var refused = Service.post(narrowed, share(answer), null);

        // Then
        assertThat(Service.said(refused)).startsWith("403 FORBIDDEN").contains("ask the question again");
    }

    @Test
    void keepsNoTokenThatCouldBeRead() {
        var asha = Service.analyst();
        var token = token(
                asha, Service.ask(asha, "talk", "how was 2025-10-01").get("id").asString());

        var stored = Service.jdbc()
                .sql("select string_agg(encode(token_hash, 'escape') || encode(token_hash, 'base64'), ' ') from shares")
                .query(String.class)
                .single();

        assertThat(stored).doesNotContain(token);
    }

    private static String token(Caller caller, String answer) {
        return Service.json(Service.post(caller, share(answer), null))
                .get("share")
                .asString();
    }

    private static String share(String answer) {
        return "/answers/%s/share".formatted(answer);
    }
}
