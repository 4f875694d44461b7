package io.asktrail.testkit.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service that speaks chat completions over HTTP, and behaves as it was told: well, badly, or not at all. A request for
 * a form that strict mode would not take is refused, as the real service does.
 */
public final class ChatServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<JsonNode> requests = Collections.synchronizedList(new ArrayList<>());
    private final Deque<HttpHandler> behaviour = new ArrayDeque<>();

    public ChatServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort()));
    }

    /** The bodies of the requests, as they came. */
    public List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /** What is wrong with the form that a request asks for, by the rules of strict mode. */
    public static List<String> faultsOfForm(JsonNode request) {
        var faults = new ArrayList<>(StrictRules.faults(request.at("/response_format/json_schema/schema")));
        if (!request.at("/response_format/type").asString("").equals("json_schema")) {
            faults.add("no form is asked for");
        }
        if (!request.at("/response_format/json_schema/strict").asBoolean(false)) {
            faults.add("the form is not strict");
        }
        if (!request.at("/response_format/json_schema/name").asString("").matches("[A-Za-z0-9_-]{1,64}")) {
            faults.add("the form has no name");
        }
        return faults;
    }

    /** What it does next; the last one again and again. */
    public ChatServer then(HttpHandler next) {
        synchronized (behaviour) {
            behaviour.add(next);
        }
        return this;
    }

    /** Replies with these words; 1,000 tokens in and 200 out. */
    public ChatServer thenSays(String words) {
        return then(exchange -> send(exchange, 200, completion(words, "stop", 1_000, 200)));
    }

    public ChatServer thenSends(int status, String body) {
        return then(exchange -> send(exchange, status, body));
    }

    /** A reply as the protocol writes it. */
    public static String completion(String words, String finish, int inputTokens, int outputTokens) {
        var reply = JSON.createObjectNode();
        reply.put("id", "chatcmpl-1")
                .put("object", "chat.completion")
                .put("created", 1764300000)
                .put("model", "test");
        var choice = reply.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", finish);
        choice.putObject("message")
                .put("role", "assistant")
                .put("content", words)
                .putNull("refusal");
        choice.putNull("logprobs");
        reply.putObject("usage")
                .put("prompt_tokens", inputTokens)
                .put("completion_tokens", outputTokens)
                .put("total_tokens", inputTokens + outputTokens);
        return JSON.writeValueAsString(reply);
    }

    private static String error(List<String> faults) {
        var reply = JSON.createObjectNode();
        reply.putObject("error")
                .put("message", "Invalid schema for response_format: " + faults)
                .put("type", "invalid_request_error")
                .put("param", "response_format");
        return JSON.writeValueAsString(reply);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            requests.add(request);
            var faults = faultsOfForm(request);
            if (!faults.isEmpty()) {
                send(exchange, 400, error(faults));
                return;
            }
            HttpHandler next;
            synchronized (behaviour) {
                next = behaviour.size() > 1 ? behaviour.remove() : behaviour.element();
            }
            next.handle(exchange);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
