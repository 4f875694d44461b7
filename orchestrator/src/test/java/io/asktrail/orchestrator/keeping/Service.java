package io.asktrail.orchestrator.keeping;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.orchestrator.faults.RunningOrchestrator;
import io.asktrail.orchestrator.faults.StubAgents;
import io.asktrail.orchestrator.faults.Suite;
import io.asktrail.orchestrator.state.StateDatabase;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** One orchestrator with stub agents for all tests of this package, and callers whom nobody has been before. */
final class Service {
    static final Suite SUITE = new Suite();
    private static final RunningOrchestrator ORCHESTRATOR = SUITE.orchestrator("asktrail.audit.write-every=20ms");
    private static final AtomicInteger CALLERS = new AtomicInteger();
    private static final String BASE = "/orchestrator/v1";

    private Service() {}

    static Caller analyst() {
        return caller(Role.ANALYST, "*");
    }

    static Caller analystOf(String region) {
        return caller(Role.ANALYST, region);
    }

    static Caller caller(Role role, String region) {
        return new Caller("caller-" + CALLERS.incrementAndGet(), List.of(role), List.of(region), List.of(), List.of());
    }

    static HttpResponse<String> get(Caller caller, String path, String... headers) {
        return ORCHESTRATOR.send(caller, "GET", BASE + path, null, headers);
    }

    static HttpResponse<String> delete(Caller caller, String path) {
        return ORCHESTRATOR.send(caller, "DELETE", BASE + path, null);
    }

    static HttpResponse<String> post(Caller caller, String path, @Nullable String body, String... headers) {
        return ORCHESTRATOR.send(caller, "POST", BASE + path, body, headers);
    }

    /** Asks in a conversation; the answer. */
    static JsonNode ask(Caller caller, String conversation, String question) {
        var body = StubAgents.JSON
                .createObjectNode()
                .put("question", question)
                .put("conversation_id", conversation)
                .toString();
        return json(post(caller, "/ask", body));
    }

    static String task(String day) {
        return """
            {"metrics":["spend","net_sales"],"group_by":["channel"],"time":{"start":"%1$s","end":"%1$s"}}\
            """.formatted(day);
    }

    static JsonNode json(HttpResponse<String> reply) {
        if (reply.statusCode() >= 400) {
            throw new IllegalStateException("HTTP %d: %s".formatted(reply.statusCode(), reply.body()));
        }
        return StubAgents.JSON.readTree(reply.body());
    }

    /** What a refusal says, without the ids of the request. */
    static String said(HttpResponse<String> refusal) {
        var problem = StubAgents.JSON.readTree(refusal.body());
        return "%d %s %s"
                .formatted(
                        refusal.statusCode(),
                        problem.get("code").asString(),
                        problem.get("detail").asString());
    }

    static JdbcClient jdbc() {
        return ORCHESTRATOR.bean(StateDatabase.class).jdbc();
    }

    /** Waits until the audit has so many lines of the caller. */
    static void audited(Caller caller, int lines) throws InterruptedException {
        if (!Suite.eventually(10_000, () -> lines(caller) == lines)) {
            throw new AssertionError("%d lines, not %d".formatted(lines(caller), lines));
        }
    }

    private static int lines(Caller caller) {
        return jdbc().sql("select count(*) from audit where sub = :sub")
                .param("sub", caller.sub())
                .query(Integer.class)
                .single();
    }
}
