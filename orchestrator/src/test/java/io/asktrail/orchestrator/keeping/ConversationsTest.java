package io.asktrail.orchestrator.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Role;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConversationsTest {
    @Test
    void areListedByTheirLastQuestionUnderTheTitleOfTheirFirst() {
        // Given
        var asha = Service.analyst();
        Service.ask(asha, "first", "how was 2025-10-01");
        Service.ask(asha, "second", "how was 2025-10-02");
        Service.ask(asha, "first", "and what was it like on 2025-10-03");

        // When
        var list = Service.json(Service.get(asha, "/conversations")).get("conversations");

        // Then
        assertThat(texts(list, "id")).containsExactly("first", "second");
        assertThat(texts(list, "title")).containsExactly("how was 2025-10-01", "how was 2025-10-02");
        assertThat(texts(list, "last_question"))
                .containsExactly("and what was it like on 2025-10-03", "how was 2025-10-02");
        assertThat(list.get(0).get("answers").asInt()).isEqualTo(2);
    }

    @Test
    void areReadOnWhereAPageEnded() {
        // Given
        var asha = Service.analyst();
        for (var day = 1; day <= 3; day++) {
            Service.ask(asha, "c" + day, "how was 2025-10-0" + day);
        }

        // When
        var first = Service.json(Service.get(asha, "/conversations?limit=2")).get("conversations");
        var second = Service.json(Service.get(
                        asha,
                        "/conversations?limit=2&before="
                                + first.get(1).get("asked_at").asString()))
                .get("conversations");

        // Then
        assertThat(texts(first, "id")).containsExactly("c3", "c2");
        assertThat(texts(second, "id")).containsExactly("c1");
    }

    @Test
    void haveATitleOfEightyCharactersAtMost() {
        var asha = Service.analyst();
        Service.ask(asha, "long", "how was 2025-10-01 " + "\uD83D\uDCC8".repeat(100));

        var title = Service.json(Service.get(asha, "/conversations"))
                .get("conversations")
                .get(0)
                .get("title")
                .asString();

        assertThat(title.codePointCount(0, title.length())).isEqualTo(80);
        assertThat(title).endsWith("\uD83D\uDCC8…");
    }

    @Test
    void hidePersonalDataFromAllButThoseWhoMaySeeThem() {
        // Given
        var asha = Service.analyst();
        Service.ask(asha, "private", "did meera.nair@example.com buy on 2025-10-01");

        // When
        var list = Service.get(asha, "/conversations").body();
        var turns = Service.get(asha, "/conversations/private").body();
        var recent = Service.get(asha, "/questions/recent").body();

        // Then
        assertThat(list + turns + recent).contains("2025-10-01").doesNotContain("meera.nair");
    }

    @Test
    void tellTheirTurnsInOrder() {
        // Given
        var asha = Service.analyst();
        var first = Service.ask(asha, "turns", "how was 2025-10-01");
        var second = Service.ask(asha, "turns", "which one?");

        // When
        var turns = Service.json(Service.get(asha, "/conversations/turns")).get("turns");

        // Then
        assertThat(texts(turns, "answer_id"))
                .containsExactly(first.get("id").asString(), second.get("id").asString());
        assertThat(texts(turns, "status")).containsExactly("answered", "clarification");
        assertThat(texts(turns, "question")).containsExactly("how was 2025-10-01", "which one?");
        assertThat(texts(turns, "text")).containsExactly("Here it is.", "Which day?");
    }

    @Test
    void holdNoTasksThatCameWithoutWords() {
        var asha = Service.analyst();
        Service.post(asha, "/query", Service.task("2025-10-01"));

        var list = Service.json(Service.get(asha, "/conversations")).get("conversations");

        assertThat(list.size()).isZero();
    }

    @Test
    void areNobodyElsesToListReadOrForget() {
        // Given two people of different regions, one conversation id
        var asha = Service.analystOf("Delhi");
        var ravi = Service.analystOf("Kerala");
        Service.ask(asha, "mine", "how was 2025-10-01");

        // When
        var list = Service.get(ravi, "/conversations").body();
        var read = Service.get(ravi, "/conversations/mine");
        var forgotten = Service.delete(ravi, "/conversations/mine");
        var never = Service.get(ravi, "/conversations/never");

        // Then
        assertThat(list).isEqualTo("{\"conversations\":[]}");
        assertThat(Service.get(ravi, "/questions/recent").body()).isEqualTo("{\"questions\":[]}");
        assertThat(List.of(read.statusCode(), forgotten.statusCode(), never.statusCode()))
                .containsExactly(404, 404, 404);
        assertThat(Service.said(read)).isEqualTo(Service.said(never));
        assertThat(Service.get(asha, "/conversations/mine").statusCode()).isEqualTo(200);
    }

    @Test
    void areForgottenWithAllThatHangsOnThem() {
        // Given
        var asha = Service.caller(Role.ANALYST, "*");
        var answer = Service.ask(asha, "gone", "how was 2025-10-07").get("id").asString();
        Service.ask(asha, "stays", "how was 2025-10-08");
        Service.post(asha, "/answers/" + answer + "/feedback", "{\"thumb\":\"up\"}");
        var share = Service.json(Service.post(asha, "/answers/" + answer + "/share", null))
                .get("share")
                .asString();

        // When
        var forgotten = Service.delete(asha, "/conversations/gone");

        // Then
        assertThat(forgotten.statusCode()).isEqualTo(204);
        assertThat(Service.get(asha, "/conversations/gone").statusCode()).isEqualTo(404);
        assertThat(Service.get(asha, "/answers/" + answer).statusCode()).isEqualTo(404);
        assertThat(Service.get(asha, "/answers/" + answer + "/feedback").statusCode())
                .isEqualTo(404);
        assertThat(Service.get(asha, "/shared/" + share).statusCode()).isEqualTo(404);
        assertThat(Service.get(asha, "/runs/" + answer.replace("ans_", "run_")).statusCode())
                .isEqualTo(404);
        assertThat(Service.get(asha, "/conversations/stays").statusCode()).isEqualTo(200);
        assertThat(Service.delete(asha, "/conversations/gone").statusCode()).isEqualTo(404);
    }

    @Test
    void giveEachQuestionOnceWhenAskedForRecentOnes() {
        // Given
        var asha = Service.analyst();
        Service.ask(asha, "a", "how was 2025-10-01");
        Service.ask(asha, "a", "how was 2025-10-02");
        Service.ask(asha, "b", "how was 2025-10-01");

        // When
        var all = Service.get(asha, "/questions/recent").body();
        var one = Service.get(asha, "/questions/recent?limit=1").body();

        // Then
        assertThat(all).isEqualTo("{\"questions\":[\"how was 2025-10-01\",\"how was 2025-10-02\"]}");
        assertThat(one).isEqualTo("{\"questions\":[\"how was 2025-10-01\"]}");
    }

    @Test
    void sayWhichLimitsThereAre() {
        var asha = Service.analyst();

        for (var path : List.of("/conversations?limit=0", "/questions/recent?limit=201")) {
            var refused = Service.get(asha, path);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("limit is from 1 to 200");
        }
        assertThat(Service.get(asha, "/conversations?before=yesterday").statusCode())
                .isEqualTo(400);
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.get(field).asString())
                .toList();
    }
}
