package io.asktrail.evals;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.testkit.RunningAsktrail;
import io.asktrail.testkit.RunningAsktrail.Form;
import java.net.http.HttpClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

/** The API is what its document says, at every address: whoever makes a client of the document can use it. */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryAddressIT {
    private static final LocalDate DEMO_UNTIL = LocalDate.of(2025, 11, 15);
    private static final String QUESTION = "{\"question\":\"ROAS last week by channel\",\"as_of\":\"2025-11-15\"}";
    private static final String TASK =
            "{\"metrics\":[\"spend\"],\"group_by\":[\"channel\"],\"time\":{\"range\":\"last_month\"},\"as_of\":\"2025-11-15\"}";

    private @Nullable RunningAsktrail asktrail;

    @BeforeAll
    void start() throws Exception {
        asktrail = RunningAsktrail.start(Form.LOCAL, DEMO_UNTIL);
    }

    @AfterAll
    void stop() throws Exception {
        if (asktrail != null) {
            asktrail.close();
        }
    }

    @Test
    void answersAsTheDocumentSays() throws Exception {
        var running = Objects.requireNonNull(asktrail);
        assertAll(new Client(HttpClient.newHttpClient(), running.url(), running.ownerToken()));
    }

    /** Calls every address twice: for something that is there, where the address is about one thing, and for nothing. */
    static void assertAll(Client client) throws Exception {
        // Given
        var api = new DocumentedApi(client);
        var answer =
                JsonMapper.shared().readTree(client.post("/v1/ask", QUESTION).body());
        var known = Map.of("id", answer.get("id").asString());
        var bodies = Map.of("ask", QUESTION, "askStream", QUESTION, "interpret", QUESTION, "query", TASK, "plan", TASK);

        // When
        var faults = new ArrayList<String>();
        var ids = new HashSet<String>();
        for (var operation : api.operations()) {
            if (!ids.add(operation.id())) {
                faults.add("%s: the operation id '%s' is not its own".formatted(operation, operation.id()));
            }
            var body = operation.described().has("requestBody") ? bodies.getOrDefault(operation.id(), "{}") : null;
            for (var values : List.of(known, Map.<String, String>of())) {
                var reply = api.call(operation, values, body);
                api.faults(operation, reply).forEach(fault -> faults.add(operation + ": " + fault));
                if (reply.statusCode() >= 500) {
                    faults.add("%s: %d %s".formatted(operation, reply.statusCode(), reply.body()));
                }
            }
        }

        // Then
        assertThat(ids).hasSizeGreaterThan(20);
        assertThat(faults).isEmpty();
    }
}
