package io.asktrail.orchestrator.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Channel;
import io.asktrail.contracts.caller.Role;
import io.asktrail.orchestrator.faults.StubAgents;
import io.asktrail.orchestrator.faults.Suite;
import io.asktrail.testkit.fault.Fault;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

class AuditTest {
    private static final String SECRET = "zebra-giraffe-elephant";

    @AfterEach
    void allIsWellAgain() {
        Service.SUITE.way.faults(_ -> new Fault.None());
    }

    @Test
    void holdsTheQuestionItsReadingItsPlanItsTimingsAndItsAnswer() throws InterruptedException {
        // Given
        var asha = Service.analyst().by(Channel.SLACK);

        // When
        var answer = Service.ask(asha, "talk", "how was 2025-08-01");

        // Then
        Service.audited(asha, 1);
        var line = lines(asha).get(0);
        assertThat(line.get("question").asString()).isEqualTo("how was 2025-08-01");
        assertThat(line.get("kind").asString()).isEqualTo("ask");
        assertThat(line.get("roles").toString()).isEqualTo("[\"analyst\"]");
        assertThat(line.get("channel").asString()).isEqualTo("slack");
        assertThat(line.get("status").asString()).isEqualTo("answered");
        assertThat(line.get("answer_id")).isEqualTo(answer.get("id"));
        assertThat(line.get("trace_id")).isEqualTo(answer.get("trace_id"));
        assertThat(line.get("registry_version")).isEqualTo(answer.get("registry_version"));
        assertThat(line.get("task")).isEqualTo(answer.get("task"));
        assertThat(line.get("read_by").asString()).isEqualTo("rules");
        assertThat(line.get("confidence").decimalValue()).isEqualByComparingTo("0.9");
        assertThat(line.get("plan_hash").asString()).matches("[0-9a-f]{16}");
        assertThat(line.get("rows").asInt()).isEqualTo(2);
        assertThat(line.get("cache").asString()).isEqualTo("miss");
        assertThat(line.get("model_calls").asInt()).isZero();
        var stages = List.of("reading_ms", "planning_ms", "steps_ms", "composing_ms");
        var sum = stages.stream().map(stage -> line.get(stage).decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(stages)
                .allSatisfy(stage -> assertThat(line.get(stage).decimalValue()).isPositive());
        // Each stage is rounded by itself.
        assertThat(sum.subtract(line.get("total_ms").decimalValue()).abs()).isLessThan(new BigDecimal("0.005"));
    }

    @Test
    void namesEqualPlansEqually() throws InterruptedException {
        var asha = Service.analyst();
        Service.ask(asha, "talk", "how was 2025-08-02");
        Service.post(asha, "/query", Service.task("2025-08-02"));
        Service.post(asha, "/query", Service.task("2025-08-03"));

        Service.audited(asha, 3);
        var hashes = lines(asha).findValuesAsString("plan_hash");

        assertThat(hashes.get(2)).isEqualTo(hashes.get(1)).isNotEqualTo(hashes.get(0));
    }

    @Test
    void holdsWhatCameToNothing() throws InterruptedException {
        // Given
        var asha = Service.analyst();
        Service.SUITE.way.faults(path -> path.equals("/agents/planner/plan") ? Suite.DOWN : new Fault.None());

        // When
        Service.post(asha, "/ask", "{\"question\":\"how was 2025-08-04\"}");
        Service.post(asha, "/ask", "{\"question\":\"   \"}");
        Service.post(asha, "/ask", "{\"question\":\"tell me a story\"}");
        Service.post(asha, "/ask", "{\"question\":\"which?\"}");
        Service.post(asha, "/interpret", "{\"question\":\"how was 2025-08-05\"}");
        Service.post(asha, "/query", "{\"metrics\":[\"happiness\"]}");

        // Then
        Service.audited(asha, 6);
        var lines = lines(asha);
        assertThat(lines.findValuesAsString("kind")).containsExactly("query", "interpret", "ask", "ask", "ask", "ask");
        assertThat(lines.findValuesAsString("status"))
                .containsExactly("failed", "read", "clarification", "refused", "failed", "failed");
        assertThat(lines.findValuesAsString("code"))
                .containsExactly("UNKNOWN_METRIC", "", "", "OUT_OF_SCOPE", "EMPTY_QUESTION", "AGENT_DOWN");
        assertThat(lines.get(1).get("task").get("time").get("start").asString()).isEqualTo("2025-08-05");
        assertThat(lines.get(5).get("task").get("time").get("start").asString()).isEqualTo("2025-08-04");
    }

    @Test
    void holdsRunsThatGoOnWithoutTheirCaller() throws InterruptedException {
        var asha = Service.analyst();

        Service.post(asha, "/ask", "{\"question\":\"how was 2025-08-06\",\"wait\":false}");

        Service.audited(asha, 1);
        assertThat(lines(asha).get(0).get("question").asString()).isEqualTo("how was 2025-08-06");
    }

    @Test
    void holdsQuestionsThatNoTextColumnCan() throws InterruptedException {
        var asha = Service.analyst();
        var body = StubAgents.JSON
                .createObjectNode()
                .put("question", "tell me\0a \uD83D story")
                .toString();

        Service.post(asha, "/interpret", body);

        Service.audited(asha, 1);
        assertThat(lines(asha).get(0).get("question").asString()).contains("tell me\uFFFDa");
    }

    @Test
    void isReadByTimeAndPage() throws InterruptedException {
        // Given
        var asha = Service.analyst();
        for (var day = 1; day <= 3; day++) {
            Service.ask(asha, "talk", "how was 2025-07-0" + day);
        }
        Service.audited(asha, 3);

        // When
        var page = read("?limit=2&sub=" + asha.sub());
        var oldest = page.get(1).get("asked_at").asString();
        var next = read("?limit=2&sub=%s&before=%s".formatted(asha.sub(), oldest));
        var from = read("?sub=%s&from=%s".formatted(asha.sub(), oldest));
        var to = read("?sub=%s&to=%s".formatted(asha.sub(), oldest));

        // Then
        assertThat(page.findValuesAsString("question")).containsExactly("how was 2025-07-03", "how was 2025-07-02");
        assertThat(next.findValuesAsString("question")).containsExactly("how was 2025-07-01");
        assertThat(from.findValuesAsString("question")).containsExactly("how was 2025-07-03", "how was 2025-07-02");
        assertThat(to.findValuesAsString("question")).containsExactly("how was 2025-07-01");
    }

    @Test
    void keepsTheWordsOutOfTheLog() throws InterruptedException {
        // Given
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        root.addAppender(log);
        var asha = Service.analyst();
        try {
            // When
            Service.ask(asha, "talk", SECRET + " 2025-08-07");
            Service.ask(asha, "talk", SECRET);
            Service.ask(asha, "talk", SECRET + "?");
            Service.SUITE.way.faults(path -> path.startsWith("/agents/router") ? Suite.DOWN : new Fault.None());
            Service.post(asha, "/ask", "{\"question\":\"%s\"}".formatted(SECRET));
            Service.post(asha, "/ask", "{\"question\":\"%s\\u0000\"}".formatted(SECRET));
            Service.audited(asha, 5);
        } finally {
            root.detachAppender(log);
        }

        // Then
        assertThat(log.list).anyMatch(event -> event.getMessage().equals("question answered"));
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                .noneMatch(event -> (event.getFormattedMessage() + event.getKeyValuePairs() + event.getThrowableProxy())
                        .contains(SECRET));
    }

    @Test
    void feedsTheFiguresOfOperation() throws InterruptedException {
        // Given a failure with somebody's personal data in its words
        var asha = Service.analyst();
        Service.post(asha, "/ask", "{\"question\":\"a poem for meera.nair@example.com\"}");
        Service.audited(asha, 1);
        var manager = Service.caller(Role.MANAGER, "*");

        // When
        var seen = Service.json(Service.get(manager, "/admin/operations?hours=1"));

        // Then
        var failing = seen.get("failing");
        var ours = java.util.stream.StreamSupport.stream(failing.spliterator(), false)
                .filter(one -> one.get("sub").asString().equals(asha.sub()))
                .toList();
        assertThat(ours).hasSize(1);
        assertThat(ours.getFirst().get("code").asString()).isEqualTo("OUT_OF_SCOPE");
        assertThat(ours.getFirst().get("question").asString())
                .contains("a poem for")
                .doesNotContain("meera");
        assertThat(Service.get(manager, "/admin/operations?hours=0").statusCode())
                .isEqualTo(400);
        assertThat(Service.get(manager, "/admin/operations?hours=745").statusCode())
                .isEqualTo(400);
    }

    private static JsonNode lines(Caller caller) {
        return read("?sub=" + caller.sub());
    }

    private static JsonNode read(String query) {
        return Service.json(Service.get(Service.caller(Role.ADMIN, "*"), "/admin/audit" + query))
                .get("rows");
    }
}
