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
import java.util.function.Predicate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
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
        return send(request);
    }

    /** What a path of the API gives now. */
    JsonNode get(String path) throws InterruptedException {
        return JSON.readTree(send(HttpRequest.newBuilder(URI.create(asktrail.url() + path))
                .header("Authorization", "Bearer " + asktrail.ownerToken())
                .build()));
    }

    /**
     * What a path of the API gives once it is as wanted.
     *
     * @throws IllegalStateException if it is not within half a minute
     */
    JsonNode await(String path, Predicate<JsonNode> wanted) throws InterruptedException {
        for (var tries = 0; tries < 150; tries++) {
            var now = get(path);
            if (wanted.test(now)) {
                return now;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("%s never became what was waited for: %s".formatted(path, get(path)));
    }

    private String send(HttpRequest request) throws InterruptedException {
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
