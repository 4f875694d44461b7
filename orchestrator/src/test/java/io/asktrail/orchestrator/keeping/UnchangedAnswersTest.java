package io.asktrail.orchestrator.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.orchestrator.faults.StubAgents;
import io.asktrail.orchestrator.faults.Suite;
import io.asktrail.testkit.fault.Fault;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnchangedAnswersTest {
    @AfterEach
    void allIsWellAgain() {
        Service.SUITE.way.faults(_ -> new Fault.None());
    }

    @Test
    void areNotSentAgainToADashboardThatHasThem() throws InterruptedException {
        // Given
        var board = Service.analyst();
        var first = Service.post(board, "/query", Service.task("2025-09-01"));

        // When
        var again = Service.post(board, "/query", Service.task("2025-09-01"), "If-None-Match", tag(first));

        // Then no answer was made, and the audit says that somebody asked
        assertThat(tag(first)).startsWith("W/\"");
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache, private");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(tag(again)).isEqualTo(tag(first));
        assertThat(answers(board)).isEqualTo(1);
        Service.audited(board, 2);
        var line = audit(board).get(0);
        assertThat(line.get("status").asString()).isEqualTo("answered");
        assertThat(line.get("cache").asString()).isEqualTo("hit");
        assertThat(line.get("answer_id").isNull()).isTrue();
        assertThat(line.get("task").get("metrics").get(0).asString()).isEqualTo("spend");
    }

    @Test
    void haveTheSameTagHoweverOftenAndByWhomOfEqualRightsTheyAreAskedFor() {
        // Given
        var first = Service.post(Service.analyst(), "/query", Service.task("2025-09-02"));

        // When
        var hit = Service.post(Service.analyst(), "/query", Service.task("2025-09-02"));
        var other = Service.post(Service.analyst(), "/query", Service.task("2025-09-03"));

        // Then
        assertThat(Service.json(hit).get("id")).isNotEqualTo(Service.json(first).get("id"));
        assertThat(Service.json(hit).get("cache").asString()).isEqualTo("hit");
        assertThat(tag(hit)).isEqualTo(tag(first));
        assertThat(tag(other)).isNotEqualTo(tag(first));
    }

    @Test
    void areStoredAsTheyWereGivenThoughMostOfThemWasWrittenBefore() {
        // Given
        var asha = Service.analyst();
        Service.post(asha, "/query", Service.task("2025-09-09"));

        // When
        var hits = List.of(
                Service.post(asha, "/query", Service.task("2025-09-09")),
                Service.post(Service.analyst(), "/query", Service.task("2025-09-09")));

        // Then what was sent reads as if it was written whole, and the store has the same
        for (var hit : hits) {
            var answer = StubAgents.JSON.readValue(hit.body(), Answer.class);
            assertThat(answer.cache()).isEqualTo(CacheUse.HIT);
            assertThat(StubAgents.JSON.writeValueAsString(answer)).isEqualTo(hit.body());
            assertThat(StubAgents.JSON.readTree(stored(answer.id()))).isEqualTo(Service.json(hit));
        }
    }

    @Test
    void areSentToWhoeverHasOthers() {
        var board = Service.analyst();
        var first = Service.post(board, "/query", Service.task("2025-09-04"));

        for (var known : List.of("W/\"other\"", "\"x\", W/\"y\"", "nonsense")) {
            var sent = Service.post(board, "/query", Service.task("2025-09-04"), "If-None-Match", known);
            assertThat(sent.statusCode()).isEqualTo(200);
            assertThat(tag(sent)).isEqualTo(tag(first));
        }
        var oneOfTwo =
                Service.post(board, "/query", Service.task("2025-09-04"), "If-None-Match", "\"other\", " + tag(first));
        assertThat(oneOfTwo.statusCode()).isEqualTo(304);
    }

    @Test
    void areWorkedOutWhereNothingIsKeptAndStillNotSentIfTheySayTheSame() {
        // Given a board of equal rights that has the answer from another day, which this process keeps no more
        var board = Service.analyst();
        var partial = new Suite();
        try (partial;
                var orchestrator = partial.orchestrator("asktrail.orchestrator.cache-for=1ms")) {
            var first = orchestrator.send(board, "POST", "/orchestrator/v1/query", Service.task("2025-09-05"));

            // When
            var again = orchestrator.send(
                    board, "POST", "/orchestrator/v1/query", Service.task("2025-09-05"), "If-None-Match", tag(first));

            // Then
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void areSentWhenAPartIsMissingNow() {
        // Given
        var board = Service.analyst();
        Service.SUITE.way.faults(path -> path.equals(StubAgents.FETCH_SALES) ? Suite.DOWN : new Fault.None());
        var partial = Service.post(board, "/query", Service.task("2025-09-06"));
        Service.SUITE.way.faults(_ -> new Fault.None());

        // When
        var whole = Service.post(board, "/query", Service.task("2025-09-06"), "If-None-Match", tag(partial));

        // Then
        assertThat(Service.json(partial).get("status").asString()).isEqualTo("partial");
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(Service.json(whole).get("status").asString()).isEqualTo("answered");
    }

    @Test
    void areNobodysOfOtherRights() {
        // Given
        var all = Service.post(Service.caller(Role.ADMIN, "*"), "/query", Service.task("2025-09-07"));

        // When
        var some = Service.post(
                Service.analystOf("Delhi"), "/query", Service.task("2025-09-07"), "If-None-Match", tag(all));

        // Then
        assertThat(some.statusCode()).isEqualTo(200);
        assertThat(tag(some)).isNotEqualTo(tag(all));
    }

    @Test
    void areNotSentAgainFromTheStore() {
        // Given
        var asha = Service.analyst();
        var id = Service.json(Service.post(asha, "/query", Service.task("2025-09-08")))
                .get("id")
                .asString();
        var path = "/answers/" + id;
        var first = Service.get(asha, path);

        // When
        var again = Service.get(asha, path, "If-None-Match", tag(first));
        var alone = Service.get(asha, path + "?check=false");
        var others = Service.get(Service.analyst(), path, "If-None-Match", tag(first));

        // Then
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(tag(alone)).isNotEqualTo(tag(first)); // it says less
        assertThat(others.statusCode()).isEqualTo(404);
    }

    @Test
    void areLikeCataloguesThatStayAsTheyAre() {
        for (var path : List.of("/metrics", "/dimensions", "/tools", "/schemas")) {
            var first = Service.get(Service.analyst(), path);
            var again = Service.get(Service.analyst(), path, "If-None-Match", tag(first));
            var lesser = Service.get(Service.caller(Role.VIEWER, "Goa"), path, "If-None-Match", tag(first));

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(lesser.statusCode()).isEqualTo(200);
        }
    }

    private static String tag(HttpResponse<String> reply) {
        return reply.headers().firstValue("ETag").orElseThrow();
    }

    private static String stored(String id) {
        return Service.jdbc()
                .sql("select answer from answers where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static int answers(Caller caller) {
        return Service.jdbc()
                .sql("select count(*) from answers where sub = :sub")
                .param("sub", caller.sub())
                .query(Integer.class)
                .single();
    }

    private static tools.jackson.databind.JsonNode audit(Caller caller) {
        return Service.json(Service.get(Service.caller(Role.ADMIN, "*"), "/admin/audit?sub=" + caller.sub()))
                .get("rows");
    }
}
