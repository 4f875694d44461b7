package io.asktrail.evals;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.ask.AskRequest;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.testkit.RunningAsktrail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A client of the public API, as anybody could write one. */
final class Asker implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningAsktrail asktrail;

    Asker(RunningAsktrail asktrail) {
        this.asktrail = asktrail;
    }

    Answer ask(String question, LocalDate asOf) throws InterruptedException {
        return JSON.readValue(askRaw(question, asOf), Answer.class);
    }

    /** The answer as it came. */
    String askRaw(String question, LocalDate asOf) throws InterruptedException {
        return post("/v1/ask", JSON.writeValueAsString(new AskRequest(question, null, asOf, null, null)));
    }

    /** The answer to a task, no language involved. */
    Answer query(TaskSpec task) throws InterruptedException {
        return JSON.readValue(post("/v1/query", JSON.writeValueAsString(task)), Answer.class);
    }

    /** What comes back of a body that is sent there. */
    String post(String path, String body) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(asktrail.url() + path))
                .header("Authorization", "Bearer " + asktrail.ownerToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("HTTP %d: %s".formatted(response.statusCode(), response.body()));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
