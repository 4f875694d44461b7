package io.asktrail.testkit.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that behaves as Slack's methods do, as far as this channel uses them: tokens, its refusals with {@code ok:false},
 * the limits of messages, rate limits with {@code Retry-After}, and uploads in three steps.
 */
public final class FakeSlack implements AutoCloseable {
    public static final String TOKEN = "xoxb-test-token";
    public static final String OPEN_CHANNEL = "C0PEN0001";
    public static final String CLOSED_CHANNEL = "C0CLOSED1";
    public static final String FOREIGN_CHANNEL = "C0NOTHERE";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Messages messages = new Messages();
    private final Uploads uploads = new Uploads();
    private final Map<String, Queue<Trouble>> troubles = new ConcurrentHashMap<>();
    private final Map<String, Long> restsUntil = new ConcurrentHashMap<>();
    private final Map<String, String> people = new ConcurrentHashMap<>();
    private final AtomicInteger tooEarly = new AtomicInteger();

    /** One call of a method. */
    public record Call(String method, Map<String, String> arguments) {}

    /** A message as it is now, with all that stood there before. */
    public record Posted(
            String channel, String ts, @Nullable String thread, String text, JsonNode blocks, List<String> before) {
        /** All words of it. */
        public String shown() {
            return blocks.isEmpty() ? text : Blocks.words(blocks);
        }
    }

    public record Whisper(
            String channel, String user, @Nullable String thread, String text) {}

    public record SharedFile(
            String channel, @Nullable String thread, String name, String title, String described, byte[] content) {}

    public FakeSlack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/", this::method);
        server.createContext("/upload/", exchange -> uploads.receive(exchange));
        server.createContext("/reply/", this::reply);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    // ---- what a test looks at ------------------------------------------------------------------------------------

    public List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    public List<Posted> messagesIn(String channel) {
        return messages.in(channel);
    }

    public List<Whisper> whispers() {
        return messages.whispers();
    }

    public List<SharedFile> files() {
        return uploads.shared();
    }

    /** How often a method was called while it was to be left alone. */
    public int callsTooEarly() {
        return tooEarly.get();
    }

    public static String direct(String user) {
        return "D" + user;
    }

    // ---- what a test arranges ------------------------------------------------------------------------------------

    public void tooManyAt(String method, int seconds) {
        trouble(method, new Trouble.TooMany(seconds));
    }

    public void refuse(String method, String error) {
        trouble(method, new Trouble.Refusal(error));
    }

    public void fail(String method, int status) {
        trouble(method, new Trouble.Status(status));
    }

    /** The next call is answered when the latch opens. */
    public CountDownLatch holdBack(String method) {
        var until = new CountDownLatch(1);
        trouble(method, new Trouble.Waiting(until));
        return until;
    }

    /** The next calls get no reply; the latch counts them. */
    public CountDownLatch cutOff(String method, int calls) {
        var times = new CountDownLatch(calls);
        for (var n = 0; n < calls; n++) {
            trouble(method, new Trouble.CutOff(times));
        }
        return times;
    }

    private void trouble(String method, Trouble trouble) {
        troubles.computeIfAbsent(method, _ -> new ArrayDeque<>()).add(trouble);
    }

    /** Somebody as {@code users.info} tells of them. */
    public void knows(String user, String json) {
        people.put(user, json);
    }

    public void forget() {
        calls.clear();
        messages.clear();
        uploads.clear();
        troubles.clear();
        restsUntil.clear();
        tooEarly.set(0);
    }

    // ---- the server ----------------------------------------------------------------------------------------------

    private void method(HttpExchange exchange) throws IOException {
        var name = exchange.getRequestURI().getPath().substring("/api/".length());
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var arguments = form(body);
        calls.add(new Call(name, arguments));
        if (rests(name)) {
            tooEarly.incrementAndGet();
            tooMany(exchange, 1);
            return;
        }
        if (isSpoilt(exchange, name)) {
            return;
        }
        var token = "Bearer " + TOKEN;
        send(
                exchange,
                200,
                token.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                        ? answer(name, arguments)
                        : refused("invalid_auth"));
    }

    /** Whether the trouble that a test arranged has ended the call. */
    private boolean isSpoilt(HttpExchange exchange, String method) throws IOException {
        var queue = troubles.get(method);
        var trouble = queue == null ? null : queue.poll();
        switch (trouble) {
            case Trouble.TooMany(var seconds) -> {
                restsUntil.put(method, System.nanoTime() + seconds * 1_000_000_000L);
                tooMany(exchange, seconds);
                return true;
            }
            case Trouble.Refusal(var error) -> {
                send(exchange, 200, refused(error));
                return true;
            }
            case Trouble.Status(var status) -> {
                send(exchange, status, "no JSON");
                return true;
            }
            case Trouble.Waiting(var until) -> {
                await(until);
                return false;
            }
            case Trouble.CutOff(var times) -> {
                times.countDown();
                exchange.close();
                return true;
            }
            case null -> {
                return false;
            }
        }
    }

    private boolean rests(String method) {
        var until = restsUntil.get(method);
        return until != null && System.nanoTime() < until;
    }

    private static void tooMany(HttpExchange exchange, int seconds) throws IOException {
        exchange.getResponseHeaders().add("Retry-After", String.valueOf(seconds));
        send(exchange, 429, refused("ratelimited"));
    }

    private String answer(String name, Map<String, String> arguments) {
        return switch (name) {
            case "chat.postMessage" -> messages.post(arguments);
            case "chat.update" -> messages.update(arguments);
            case "chat.postEphemeral" -> messages.whisper(arguments);
            case "conversations.open" ->
                "{\"ok\":true,\"channel\":{\"id\":\"%s\"}}".formatted(direct(argument(arguments, "users")));
            case "users.info" -> {
                var known = people.get(argument(arguments, "user"));
                yield known == null ? refused("user_not_found") : "{\"ok\":true,\"user\":%s}".formatted(known);
            }
            case "files.getUploadURLExternal" -> uploads.begin(url(), arguments);
            case "files.completeUploadExternal" -> uploads.end(arguments);
            default -> refused("unknown_method");
        };
    }

    private void reply(HttpExchange exchange) throws IOException {
        var message = JSON.readTree(exchange.getRequestBody().readAllBytes());
        var user = exchange.getRequestURI().getPath().substring("/reply/".length());
        if (messages.reply(user, message)) {
            send(exchange, 200, "ok");
        } else {
            send(exchange, 500, "only whispers are expected here");
        }
    }

    static String refused(String error) {
        return "{\"ok\":false,\"error\":\"%s\"}".formatted(error);
    }

    static String argument(Map<String, String> arguments, String name) {
        return Objects.requireNonNullElse(arguments.get(name), "");
    }

    public static Map<String, String> form(String body) {
        var arguments = new HashMap<String, String>();
        for (var pair : body.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                arguments.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return arguments;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
