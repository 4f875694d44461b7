package io.asktrail.orchestrator.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.asktrail.contracts.agent.ComposerAgent.ComposeRequest;
import io.asktrail.contracts.agent.ComputeAgent.ComputeRequest;
import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.agent.PlannerAgent.PlanRequest;
import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.service.call.CallHeaders;
import io.asktrail.service.call.FirstResults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All agents of a two-source question behind one address: the planner gives the one plan, the sources give a row for each
 * ad channel, and what is worked out of them is worked out here by hand.
 */
public final class StubAgents implements AutoCloseable {
    static final String FETCH_ADS = "/agents/ads/fetch";
    public static final String FETCH_SALES = "/agents/sales/fetch";
    static final List<String> NAMES =
            List.of("router", "planner", "ads", "sales", "compute", "composer", "insights", "files");

    public static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** How often the warehouse did the work of a fetch, which is less often than it was asked where it remembers. */
    final AtomicInteger salesWork = new AtomicInteger();

    public volatile List<Freshness> adsFreshness = List.of();
    public volatile List<Freshness> salesFreshness = List.of();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FirstResults first;

    /** @param repeatableCells how much the sources remember for calls that are repeated */
    StubAgents(long repeatableCells) {
        first = new FirstResults(repeatableCells);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/agents/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var reply = JSON.writeValueAsBytes(reply(exchange, body));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Connection", "close"); // the way to here takes one request a connection
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
        }
    }

    private Object reply(HttpExchange exchange, byte[] body) {
        return switch (exchange.getRequestURI().getPath()) {
            case "/agents/planner/plan" -> planned(JSON.readValue(body, PlanRequest.class));
            case FETCH_ADS -> StubSources.ads(JSON.readValue(body, FetchRequest.class));
            case FETCH_SALES -> sales(exchange, JSON.readValue(body, FetchRequest.class));
            case "/agents/compute/run" -> StubSources.joined(JSON.readValue(body, ComputeRequest.class));
            case "/agents/composer/compose" -> composed(JSON.readValue(body, ComposeRequest.class));
            case "/agents/router/interpret" -> StubRouter.read(JSON.readValue(body, Question.class));
            case "/agents/ads/freshness" -> adsFreshness;
            case "/agents/sales/freshness" -> salesFreshness;
            default -> throw new IllegalStateException("no stub for " + exchange.getRequestURI());
        };
    }

    private StepResult sales(HttpExchange exchange, FetchRequest request) {
        var key = exchange.getRequestHeaders().getFirst(CallHeaders.IDEMPOTENCY_KEY);
        var caller = new Caller("anybody", List.of(), List.of(), List.of(), List.of());
        var call = new CallContext(caller, Deadline.in(Duration.ofMinutes(1), Clock.systemUTC()), key);
        return first.of(call, request, () -> {
            salesWork.incrementAndGet();
            return StubSources.sales(request);
        });
    }

    // Written as the planner writes it, for spend and net sales by ad channel.
    private static PlanOutcome planned(PlanRequest request) {
        var period = request.task().period();
        var range = period.start() + ".." + period.end();
        return JSON.readValue("""
            {"status":"planned","notes":[],"plan":{"steps":[
             {"id":"ads1","tool":"amazon_ads_api.get_campaign_metrics","inputs":{"metrics":["spend"],
              "group_by":["channel"],"date_range":"%1$s","tz":"Asia/Kolkata"}},
             {"id":"sales1","tool":"sales_db.query","inputs":{"metrics":["gross_sales","refunds"],
              "group_by":["channel"],"date_range":"%1$s","tz":"Asia/Kolkata"}},
             {"id":"calc1","tool":"compute.aggregate","inputs":{"left":"ads1","right":"sales1","join_keys":["channel"],
              "formulas":["net_sales=gross_sales-refunds"],"select":["spend","net_sales"],
              "order_by":[{"field":"channel","direction":"asc"}]}}],
             "outputs":{"table":"calc1","narrative":true}}}\
            """.formatted(range), PlanOutcome.class);
    }

    private static Draft composed(ComposeRequest request) {
        var shown = request.results().get(request.plan().outputs().table());
        var table = shown instanceof StepResult.Rows rows ? rows.table() : null;
        return new Draft("Here it is.", List.of(), table, null, "By channel.", List.of(), List.of());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
