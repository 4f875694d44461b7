package io.asktrail.querying.secret;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Vault's HTTP API says of the way from a login to a secret: AppRole, tokens with a lease that is renewed, key-value stores
 * of version 2, and the refusals: a token that may not read (403), nothing there (404), a seal (503).
 */
final class VaultServer implements AutoCloseable {
    static final String ROLE_ID = "5f7c-role";
    static final String SECRET_ID = "9d2e-secret";

    final AtomicInteger logins = new AtomicInteger();
    final AtomicInteger renewals = new AtomicInteger();

    private final HttpServer http;
    private final int leaseSeconds;
    private final Map<String, Map<String, String>> stored = new ConcurrentHashMap<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private volatile boolean sealed;

    VaultServer(int leaseSeconds) throws IOException {
        this.leaseSeconds = leaseSeconds;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/v1/", this::answer);
        http.start();
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** @param path with the mount, as people write it */
    void store(String path, Map<String, String> values) {
        stored.put("/v1/" + path.replaceFirst("/", "/data/"), values);
    }

    void seal() {
        sealed = true;
    }

    /** As an operator does, or a server that was started anew. */
    void revokeTokens() {
        tokens.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (sealed) {
            refuse(exchange, 503, "Vault is sealed");
        } else if (path.equals("/v1/auth/approle/login")) {
            logIn(exchange, body);
        } else if (!tokens.contains(String.valueOf(exchange.getRequestHeaders().getFirst("X-Vault-Token")))) {
            refuse(exchange, 403, "permission denied");
        } else if (path.equals("/v1/auth/token/renew-self")) {
            renewals.incrementAndGet();
            auth(exchange, exchange.getRequestHeaders().getFirst("X-Vault-Token"));
        } else if (path.equals("/v1/auth/token/revoke-self")) {
            send(exchange, 204, null);
        } else if (stored.containsKey(path)) {
            send(
                    exchange,
                    200,
                    Map.of(
                            "request_id",
                            "1",
                            "lease_duration",
                            0,
                            "data",
                            Map.of("data", stored.get(path), "metadata", Map.of("version", 1))));
        } else {
            send(exchange, 404, Map.of("errors", new String[0]));
        }
    }

    private void logIn(HttpExchange exchange, String body) throws IOException {
        var given = JsonMapper.shared().readTree(body);
        if (!given.path("role_id").asString().equals(ROLE_ID)
                || !given.path("secret_id").asString().equals(SECRET_ID)) {
            refuse(exchange, 400, "invalid role or secret ID");
            return;
        }
        var token = "hvs.token-" + logins.incrementAndGet();
        tokens.add(token);
        auth(exchange, token);
    }

    private void auth(HttpExchange exchange, String token) throws IOException {
        send(
                exchange,
                200,
                Map.of(
                        "auth",
                        Map.of(
                                "client_token",
                                token,
                                "accessor",
                                "accessor",
                                "policies",
                                new String[] {"default", "asktrail"},
                                "token_type",
                                "service",
                                "lease_duration",
                                leaseSeconds,
                                "renewable",
                                true)));
    }

    private static void refuse(HttpExchange exchange, int status, String error) throws IOException {
        send(exchange, status, Map.of("errors", new String[] {error}));
    }

    private static void send(HttpExchange exchange, int status, @Nullable Object body) throws IOException {
        var bytes = body == null ? new byte[0] : JsonMapper.shared().writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
