package io.asktrail.testkit.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service that speaks OpenAI's embeddings over HTTP; its vectors count letters. */
public final class EmbeddingServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<JsonNode> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile int status = 200;
    private volatile boolean loses;

    public EmbeddingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/embeddings", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort()));
    }

    /** The bodies of the requests, as they came. */
    public List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /** From now on it answers with this status. */
    public void answersWith(int status) {
        this.status = status;
    }

    /** From now on it gives one vector too few. */
    public void losesOne() {
        loses = true;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            requests.add(request);
            var bytes = (status == 200 ? vectors(request) : "{\"error\":{\"message\":\"no\"}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String vectors(JsonNode request) {
        var texts = new ArrayList<String>();
        var input = request.get("input");
        if (input.isArray()) {
            input.forEach(text -> texts.add(text.asString()));
        } else {
            texts.add(input.asString());
        }
        var reply = JSON.createObjectNode();
        reply.put("object", "list").put("model", "letters");
        var data = reply.putArray("data");
        for (var n = loses ? 1 : 0; n < texts.size(); n++) {
            var vector =
                    data.addObject().put("object", "embedding").put("index", n).putArray("embedding");
            for (var count : letters(texts.get(n))) {
                vector.add(count);
            }
        }
        reply.putObject("usage").put("prompt_tokens", 1).put("total_tokens", 1);
        return JSON.writeValueAsString(reply);
    }

    private static double[] letters(String text) {
        var counts = new double[27];
        text.toLowerCase(Locale.ROOT)
                .chars()
                .forEach(letter -> counts[letter >= 'a' && letter <= 'z' ? letter - 'a' : 26]++);
        return counts;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
