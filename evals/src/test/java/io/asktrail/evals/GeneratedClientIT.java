package io.asktrail.evals;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.testkit.RunningAsktrail;
import io.asktrail.testkit.RunningAsktrail.Form;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A client that somebody's build makes of the document can call every address and read every reply. */
@Tag("full")
class GeneratedClientIT {
    private static final LocalDate DEMO_UNTIL = LocalDate.of(2025, 11, 15);
    private static final String ASKED = "{\"question\":\"ROAS last week by channel\",\"as_of\":\"2025-11-15\"}";
    private static final String TASK = """
        {"metrics":["spend"],"group_by":["channel"],"time":{"start":"2025-10-01","end":"2025-10-31"},
         "filters":[{"field":"channel","op":"in","value":["SP","SB"]},{"field":"spend","op":">","value":0.5}]}
        """;
    private static final String ROWS =
            "{\"metrics\":[\"net_sales\"],\"time\":{\"start\":\"2025-10-01\",\"end\":\"2025-10-31\"}}";
    private static final Map<String, String> BODIES = Map.of(
            "ask",
            ASKED,
            "interpret",
            ASKED,
            "query",
            TASK,
            "plan",
            TASK,
            "exportAnswer",
            "{\"format\":\"xlsx\"}",
            "exportRows",
            "{\"format\":\"csv\",\"task\":%s}".formatted(ROWS),
            "requestApproval",
            "{\"reason\":\"another report\",\"task\":%s}".formatted(ROWS),
            "giveFeedback",
            "{\"thumb\":\"up\",\"comment\":\"right\"}",
            "decideApproval",
            "{\"decision\":\"approve\"}",
            "approveVerifiedQuestion",
            "{\"id\":\"spend_by_channel\",\"questions\":[\"spend of every channel\"],\"task\":{\"metrics\":[\"spend\"],\"group_by\":[\"channel\"]}}");
    private static final String APPROVAL = "{\"reason\":\"a report\",\"task\":%s}".formatted(ROWS);
    /** What is refused, as it should be: a request that asks for no socket, and files that nobody else has agreed to. */
    private static final Map<String, Integer> REFUSED =
            Map.of("openSocket", 426, "decideApproval", 403, "exportApproved", 403, "exportRows", 403);

    @Test
    void callsEveryAddressAndReadsEveryReply(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(
                System.getProperty(GeneratedClient.GENERATOR) != null, "this build has no generator of clients");
        try (var asktrail = RunningAsktrail.start(Form.LOCAL, DEMO_UNTIL)) {
            assertAll(new Client(HttpClient.newHttpClient(), asktrail.url(), asktrail.ownerToken()), folder);
        }
    }

    static void assertAll(Client http, Path folder) throws Exception {
        // Given
        var operations = new ArrayList<>(new DocumentedApi(http).operations());
        operations.sort(Comparator.comparing(operation -> operation.method().equals("delete")));
        var answer = idIn(http, "/v1/ask", ASKED, "id");
        var things = thingsOf(http, answer);

        // When
        var statuses = new TreeMap<String, GeneratedClient.Outcome>();
        try (var client = GeneratedClient.of(http.get("/openapi.json").body(), folder, http.base(), http.token())) {
            for (var operation : operations) {
                statuses.put(
                        operation.id(),
                        client.call(
                                operation.id(), named(operation, things), BODIES.getOrDefault(operation.id(), "{}")));
            }
        }

        // Then
        assertThat(statuses).hasSizeGreaterThan(40);
        assertThat(operations.stream()
                        .map(operation -> fault(operation, Objects.requireNonNull(statuses.get(operation.id()))))
                        .flatMap(Optional::stream))
                .isEmpty();
    }

    private static Optional<String> fault(DocumentedApi.Operation operation, GeneratedClient.Outcome outcome) {
        var refused = REFUSED.get(operation.id());
        var status = String.valueOf(outcome.status());
        var asSaid = refused == null
                ? status.startsWith("2")
                        && operation.described().get("responses").has(status)
                : outcome.status() == refused;
        return outcome.wasRead() && asSaid
                ? Optional.empty()
                : Optional.of("%s: %s %s".formatted(operation, status, outcome.detail()));
    }

    /** One of everything that addresses are about, by the house of the address. */
    private static Map<String, String> thingsOf(Client http, String answer) {
        var waiting = ASKED.replace("}", ",\"wait\":false}");
        var conversation = http.get("/v1/answers/" + answer).body();
        http.post("/v1/answers/%s/feedback".formatted(answer), "{\"thumb\":\"down\"}");
        return Map.of(
                "answers", answer,
                "runs", idIn(http, "/v1/ask", waiting, "id"),
                "conversations", text(conversation, "conversation_id"),
                "exports", idIn(http, "/v1/answers/%s/export".formatted(answer), "{\"format\":\"csv\"}", "id"),
                "approvals", idIn(http, "/v1/approvals", APPROVAL, "id"),
                "shared", idIn(http, "/v1/answers/%s/share".formatted(answer), "", "share"),
                "verified", "spend_by_channel");
    }

    private static Map<String, String> named(DocumentedApi.Operation operation, Map<String, String> things) {
        var house = List.of(operation.path().split("/")).stream()
                .filter(things::containsKey)
                .findFirst();
        var values = new LinkedHashMap<String, String>();
        house.ifPresent(found -> {
            values.put("id", things.get(found));
            values.put("token", things.get(found));
        });
        return values;
    }

    private static String idIn(Client http, String path, String body, String field) {
        return text(http.post(path, body).body(), field);
    }

    private static String text(@Nullable String json, String field) {
        var value = JsonMapper.shared().readTree(json).path(field);
        if (!value.isString()) {
            throw new IllegalStateException("no %s in %s".formatted(field, json));
        }
        return value.asString();
    }
}
