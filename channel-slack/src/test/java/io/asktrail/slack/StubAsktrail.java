package io.asktrail.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.service.channel.FrontDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The addresses of the gateway that this channel uses, over HTTP, for each caller their own. */
final class StubAsktrail implements FrontDoor, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<String> ratings = new CopyOnWriteArrayList<>();
    private final Map<String, Stored> answers = new ConcurrentHashMap<>();
    private final StubClaims claims = new StubClaims();
    private final AtomicInteger counter = new AtomicInteger();
    private volatile Function<String, ObjectNode> answering = _ -> Answers.words("42");
    private volatile @Nullable CountDownLatch hold;
    private volatile @Nullable String problem;
    private volatile @Nullable String exportProblem;

    /** A question, and as whom it was asked. */
    record Asked(String sub, String regions, String question, String conversation) {}

    private record Stored(String sub, ObjectNode answer) {}

    StubAsktrail() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/ask", this::ask);
        server.createContext("/v1/answers/", this::answer);
        server.createContext("/v1/exports/", exchange -> send(exchange, 200, "text/csv", "geo,spend\nDelhi,1\n"));
        server.createContext("/v1/claims", claims::handle);
        server.start();
    }

    @Override
    public RestClient as(Caller caller) {
        return RestClient.builder()
                .baseUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .defaultHeader("X-Sub", caller.sub())
                .defaultHeader("X-Regions", String.join(",", caller.regions()))
                .build();
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** {@code sub answer thumb}, in order. */
    List<String> ratings() {
        return List.copyOf(ratings);
    }

    void answers(Function<String, ObjectNode> by) {
        answering = by;
    }

    /** Questions are answered when the latch opens. */
    CountDownLatch holdBack() {
        var latch = new CountDownLatch(1);
        hold = latch;
        return latch;
    }

    void failWith(@Nullable String json) {
        problem = json;
    }

    void failExportsWith(@Nullable String json) {
        exportProblem = json;
    }

    StubClaims claims() {
        return claims;
    }

    /** Whether nothing is being worked on anywhere. */
    boolean isAllDone() {
        return claims.isAllDone();
    }

    void forget() {
        asked.clear();
        ratings.clear();
        answering = _ -> Answers.words("42");
        hold = null;
        problem = null;
        exportProblem = null;
        claims.areAway(false);
    }

    private void ask(HttpExchange exchange) throws IOException {
        var request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        var question = request.path("question").asString();
        var conversation = request.path("conversation_id").asString();
        var sub = header(exchange, "X-Sub");
        asked.add(new Asked(sub, header(exchange, "X-Regions"), question, conversation));
        var refusal = problem;
        if (refusal != null) {
            send(exchange, 429, "application/problem+json", refusal);
            return;
        }
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            write(out, "understood", "{\"status\":\"understood\"}");
            write(out, "planned", "{\"steps\":[{},{}]}");
            var latch = hold;
            if (latch != null) {
                latch.await();
            }
            var answer = answering.apply(question);
            var id = "ans_%04d".formatted(counter.incrementAndGet());
            answer.put("id", id).put("conversation_id", conversation).put("question", question);
            answers.put(id, new Stored(sub, answer));
            write(out, "answer", JSON.writeValueAsString(answer));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(java.io.OutputStream out, String event, String data) throws IOException {
        out.write("event:%s\ndata:%s\n\n".formatted(event, data).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var parts = exchange.getRequestURI()
                .getPath()
                .substring("/v1/answers/".length())
                .split("/");
        var stored = answers.get(parts[0]);
        if (stored == null || !stored.sub().equals(header(exchange, "X-Sub"))) {
            problem(exchange, 404, "UNKNOWN_ID", "You have no answer with this id: ids come with each answer.");
            return;
        }
        switch (parts.length == 1 ? "" : parts[1]) {
            case "" -> send(exchange, 200, "application/json", JSON.writeValueAsString(stored.answer()));
            case "chart.png" -> send(exchange, 200, "image/png", "PNG of " + parts[0]);
            case "export" -> export(exchange, parts[0]);
            case "feedback" -> {
                var thumb = JSON.readTree(exchange.getRequestBody().readAllBytes())
                        .path("thumb")
                        .asString();
                ratings.add("%s %s %s".formatted(stored.sub(), parts[0], thumb));
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            }
            default -> problem(exchange, 404, "UNKNOWN_ID", "No such address.");
        }
    }

    private void export(HttpExchange exchange, String id) throws IOException {
        var refusal = exportProblem;
        if (refusal != null) {
            send(exchange, 403, "application/problem+json", refusal);
            return;
        }
        send(exchange, 201, "application/json", """
                {"id":"f-%s","link":"/v1/exports/f-%s","format":"csv","file_name":"a.csv","rows":1,"bytes":18,
                 "sha256":"00","truncated":false,"created_at":"2025-11-15T00:00:00Z","expires_at":"2025-11-16T00:00:00Z"}\
                """.formatted(id, id));
    }

    static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    static void problem(HttpExchange exchange, int status, String code, String detail) throws IOException {
        send(exchange, status, "application/problem+json", problem(status, code, detail));
    }

    static String problem(int status, String code, String detail) {
        return "{\"title\":\"Error\",\"status\":%d,\"detail\":\"%s\",\"code\":\"%s\"}".formatted(status, detail, code);
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
