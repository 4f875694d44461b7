package io.asktrail.evals;

import io.asktrail.contracts.answer.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One caller of the public API, with a token of its own. */
record Client(HttpClient http, String base, String token) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    HttpResponse<String> post(String path, String json) {
        return send(request(path).POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    CompletableFuture<HttpResponse<String>> begin(String path, String json) {
        return http.sendAsync(request(path).POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
    }

    /** The answer to a task; fails on anything that is none. */
    Answer query(String json) {
        return answer(post("/v1/query", json));
    }

    static Answer answer(HttpResponse<String> reply) {
        if (reply.statusCode() != 200) {
            throw new IllegalStateException("HTTP %d: %s".formatted(reply.statusCode(), reply.body()));
        }
        return Asker.JSON.readValue(reply.body(), Answer.class);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
