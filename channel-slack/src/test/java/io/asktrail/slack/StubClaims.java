package io.asktrail.slack;

import static io.asktrail.slack.StubAsktrail.header;
import static io.asktrail.slack.StubAsktrail.problem;
import static io.asktrail.slack.StubAsktrail.send;

import com.sun.net.httpserver.HttpExchange;
import io.asktrail.testkit.slack.FakeSlack;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Claims as the orchestrator keeps them, in memory. */
final class StubClaims {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Claim> held = new HashMap<>();
    private volatile boolean away;

    private static final class Claim {
        String holder = "";
        String note = "";
        long until;
        boolean done;
        int takeovers;
    }

    /** Whether nobody answers here. */
    void areAway(boolean away) {
        this.away = away;
    }

    /** A claim that somebody has left behind so often before. */
    synchronized void leftBehind(String key, String note, int takeovers) {
        var claim = new Claim();
        claim.holder = "dead";
        claim.note = note;
        claim.takeovers = takeovers;
        held.put(key, claim);
    }

    /** The leases of all claims end now, as if their holders had given no sign of life for long. */
    synchronized void endLeases() {
        held.values().forEach(claim -> claim.until = 0);
    }

    /** Whether nothing is being worked on anywhere. */
    synchronized boolean isAllDone() {
        return held.values().stream().allMatch(claim -> claim.done);
    }

    synchronized void handle(HttpExchange exchange) throws IOException {
        if (away) {
            problem(exchange, 503, "AGENT_DOWN", "The service is not there just now: try again in a moment.");
            return;
        }
        if (!header(exchange, "X-Sub").equals("channel:slack")) {
            problem(exchange, 403, "FORBIDDEN", "This address is for channels: ask at /v1/ask.");
            return;
        }
        var body = exchange.getRequestBody().readAllBytes();
        var request = body.length == 0 ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
        var reply = JsonNodeFactory.instance.objectNode();
        var path = exchange.getRequestURI().getPath();
        if (path.endsWith("/orphans")) {
            var orphans = reply.putArray("claims");
            held.forEach((key, claim) -> {
                if (!claim.done
                        && claim.until < System.nanoTime()
                        && orphans.size() < request.path("most").asInt()) {
                    claim.holder = UUID.randomUUID().toString();
                    claim.takeovers++;
                    claim.until = until(request);
                    orphans.addObject()
                            .put("key", key)
                            .put("holder", claim.holder)
                            .put("note", claim.note)
                            .put("created_at", Instant.now().toString())
                            .put("takeovers", claim.takeovers);
                }
            });
        } else if (exchange.getRequestMethod().equals("POST")) {
            take(request, reply);
        } else if (exchange.getRequestMethod().equals("PUT")) {
            reply.put("held", hold(request));
        } else {
            var key = FakeSlack.form(exchange.getRequestURI().getRawQuery()).get("key");
            var claim = held.get(key);
            if (claim == null) {
                problem(exchange, 404, "UNKNOWN_ID", "Nothing is noted under this key.");
                return;
            }
            reply.put("note", claim.note);
        }
        send(exchange, 200, "application/json", JSON.writeValueAsString(reply));
    }

    private void take(JsonNode request, ObjectNode reply) {
        var claim = new Claim();
        claim.holder = UUID.randomUUID().toString();
        claim.note = request.path("note").asString();
        claim.until = until(request);
        var won = held.putIfAbsent(request.path("key").asString(), claim) == null;
        reply.put("won", won);
        if (won) {
            reply.put("holder", claim.holder);
        }
    }

    private boolean hold(JsonNode request) {
        var claim = held.get(request.path("key").asString());
        if (claim == null
                || claim.done
                || !claim.holder.equals(request.path("holder").asString())) {
            return false;
        }
        claim.until = until(request);
        claim.done = request.path("done").asBoolean();
        if (request.has("note")) {
            claim.note = request.path("note").asString();
        }
        return true;
    }

    private static long until(JsonNode request) {
        return System.nanoTime() + request.path("lease_seconds").asLong() * 1_000_000_000L;
    }
}
