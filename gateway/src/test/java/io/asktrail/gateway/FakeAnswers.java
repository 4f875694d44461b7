package io.asktrail.gateway;

import io.asktrail.contracts.ask.AskRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.TaskRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** An orchestrator that answers by heart: net sales by the states that the caller may see, and every other ending. */
@RestController
@RequestMapping("/orchestrator/v1")
class FakeAnswers {
    static final Map<String, Integer> SALES = Map.of("Delhi", 120, "Goa", 45, "Kerala", 300);
    static final Queue<AskRequest> ASKED = new ConcurrentLinkedQueue<>();
    static final Queue<TaskRequest> QUERIED = new ConcurrentLinkedQueue<>();
    static final AtomicBoolean AWAY = new AtomicBoolean();
    /** A slow question has begun, and one was stopped half-way. */
    static final Semaphore BEGUN = new Semaphore(0);

    static final Semaphore STOPPED = new Semaphore(0);

    private static final String REST = """
        "figures":[],"chart":null,"insights":[],"method":"Sum of amounts of the warehouse.","assumptions":["Sales means net sales."],
        "caveats":[{"code":"provisional","text":"Two days are provisional."}],
        "followups":[],"reading":null,"plan":null,"scratchpad":[],"guardrails":[],"freshness":[],"policies":["Rows of your states only."],
        "cost":{"model_calls":0,"tokens":0,"money":0},"cache":"miss","registry_version":"r1","trace_id":"t1","took_ms":3,
        "trail":[{"step":"sales1","agent":"agent-sales","tool":"sales_db.query","query":"%s","rows":3,"ms":2,"attempts":1,"cache":"miss","verdicts":[]}]
        """.formatted("select amount from orders where 1 = 1 ".repeat(120));

    @PostMapping(path = "/ask", produces = MediaType.APPLICATION_JSON_VALUE)
    String ask(CallContext call, @RequestBody AskRequest request) {
        ASKED.add(request);
        if (AWAY.get()) {
            throw new SuiteException(
                    ErrorCode.AGENT_DOWN, "The service is not there just now.", null, Duration.ofSeconds(7));
        }
        return switch (String.valueOf(request.question())) {
            case "which?" -> unclear();
            case "no" -> refused();
            case "broken" -> failed();
            case "wide" -> answered(400, 40);
            case "long" -> answered(200, 1);
            case "slow" -> slow();
            default -> byState(call.caller());
        };
    }

    private static String slow() {
        BEGUN.release();
        try {
            new Semaphore(0).acquire();
            return "";
        } catch (InterruptedException stopped) {
            STOPPED.release();
            return failed();
        }
    }

    @PostMapping(path = "/ask", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(CallContext call, @RequestBody AskRequest request) {
        ASKED.add(request);
        var events = new SseEmitter(10_000L);
        Thread.ofVirtual().start(() -> send(events, call));
        return events;
    }

    private static void send(SseEmitter events, CallContext call) {
        try {
            event(events, "understood", "{\"status\":\"understood\",\"task\":{\"metrics\":[\"net_sales\"]}}");
            event(events, "planned", "{\"steps\":[{},{}]}");
            event(events, "step", "{\"agent\":\"agent-sales\",\"rows\":3,\"ms\":2}");
            event(events, "step", "{\"agent\":\"agent-ads\",\"error\":\"SOURCE_DOWN\"}");
            event(events, "of_a_newer_service", "{}");
            event(events, "answer", byState(call.caller()));
            events.complete();
        } catch (IOException gone) {
            events.completeWithError(gone);
        }
    }

    private static void event(SseEmitter events, String name, String data) throws IOException {
        events.send(SseEmitter.event().name(name).data(data.replaceAll("\\R", " ")));
    }

    @PostMapping("/query")
    String query(CallContext call, @RequestBody TaskRequest request) {
        QUERIED.add(request);
        if (request.metrics() != null && request.metrics().contains(new MetricId("rosa"))) {
            throw new SuiteException(ErrorCode.UNKNOWN_METRIC, "There is no metric 'rosa': did you mean roas?");
        }
        return byState(call.caller());
    }

    @GetMapping("/answers/{id}")
    String answer(CallContext call, @PathVariable String id, @RequestParam(defaultValue = "true") boolean check) {
        if (!id.equals("ans_1")) {
            throw new SuiteException(
                    ErrorCode.UNKNOWN_ID, "You have no answer with this id: ids come with each answer.");
        }
        var answer = byState(call.caller());
        return check
                ? "{\"since\":{\"status\":\"restated\",\"checked_at\":\"2025-11-15T10:00:00Z\",\"changes\":[],\"more\":0,\"text\":\"Two"
                        + " figures moved.\"}," + answer.strip().substring(1)
                : answer;
    }

    @GetMapping("/metrics")
    String metrics(CallContext call) {
        return """
            [{"id":"net_sales","names":{"label":{"en":"Net sales"},"synonyms":{"en":["sales","revenue"]}},"unit":"INR","direction":"up",
              "description":"Sales less refunds.","formula":"gross_sales - refunds","sources":[],"owner":"x"},
             {"id":"gross_sales","names":{"label":{"en":"Gross sales"},"synonyms":{"en":["gmv"]}},"unit":"INR","direction":"up",
              "description":"Before refunds.","sources":["sales.orders"],"owner":"x"},
             {"id":"refunds","names":{"label":{"en":"Refunds"},"synonyms":{}},"unit":"INR","direction":"down",
              "description":"Given back.","sources":["sales.orders"],"owner":"x"}%s]\
            """.formatted(
                        call.caller().seesAllRegions()
                                ? ",{\"id\":\"margin\",\"names\":{\"label\":{\"en\":\"Margin\"},\"synonyms\":{}},\"unit\":\"INR\",\"direction\":\"up\",\"description\":\"For"
                                        + " few eyes.\",\"sources\":[],\"owner\":\"x\"}"
                                : "");
    }

    @GetMapping("/dimensions")
    String dimensions(CallContext call) {
        return """
            [{"id":"geo","names":{"label":{"en":"State"},"synonyms":{}},"description":"The state.","values":[%s]}]\
            """.formatted(
                        states(call.caller()).stream().map("\"%s\""::formatted).collect(Collectors.joining(",")));
    }

    private static List<String> states(Caller caller) {
        return SALES.keySet().stream()
                .filter(state -> caller.seesAllRegions() || caller.regions().contains(state))
                .sorted()
                .toList();
    }

    private static String byState(Caller caller) {
        var rows = states(caller).stream()
                .map(state -> "[\"%s\",%d]".formatted(state, SALES.get(state)))
                .collect(Collectors.joining(","));
        var total = states(caller).stream().mapToInt(SALES::get).sum();
        return answer(
                "answered", "Net sales were ₹%d.".formatted(total), """
                    "table":{"columns":[{"id":"geo","label":"State","type":"text"},{"id":"net_sales","label":"Net sales","type":"number","unit":"INR"}],
                    "rows":[%s],"totals":[null,%d]},"refusal":null,"clarification":null,"task":%s\
                    """.formatted(rows, total, task("last_month")));
    }

    /** A table that is too long, or too wide. */
    private static String answered(int rows, int numbers) {
        var columns = IntStream.range(0, numbers)
                .mapToObj(i -> ",{\"id\":\"m%d\",\"label\":\"Metric %d\",\"type\":\"number\",\"unit\":\"INR\"}"
                        .formatted(i, i))
                .collect(Collectors.joining());
        var cells = ",1234567.891".repeat(numbers);
        var all = IntStream.range(0, rows)
                .mapToObj(i -> "[\"Campaign with a rather long name, number %d\"%s]".formatted(i, cells))
                .collect(Collectors.joining(","));
        return answer("answered", "There are many.", """
            "table":{"columns":[{"id":"campaign","label":"Campaign","type":"text"}%s],"rows":[%s],"totals":[null%s]},
            "refusal":null,"clarification":null,"task":%s\
            """.formatted(
                        columns, all, ",98765.4321".repeat(numbers), task("last_month")));
    }

    private static String unclear() {
        return answer("clarification", "Which Delhi?", """
            "table":null,"refusal":null,"task":null,"clarification":{"question":"Which Delhi?","options":[
            {"label":"Delhi, the state","task":%s},{"label":"Delhi, the city","task":%s}]}\
            """.formatted(task("last_month"), task("last_week")));
    }

    private static String refused() {
        return answer("refused", "", """
            "table":null,"clarification":null,"task":null,"refusal":{"code":"NO_PATH","reason":"There is no spend by city.",
            "nearest":[%s]}\
            """.formatted(task("last_month")));
    }

    private static String failed() {
        return answer("failed", "The warehouse did not answer.", """
            "table":null,"clarification":null,"task":null,"refusal":null\
            """);
    }

    private static String task(String range) {
        return """
            {"intent":"analytics.query","metrics":["net_sales"],"group_by":["geo"],"entities":{},
            "time":{"start":"2025-10-01","end":"2025-10-31","tz":"Asia/Kolkata","range":"%s","grain":null},"compare":null,
            "filters":[],"order_by":[],"limit":null,"scopes":[],"calculations":[],"diagnosis":null,"help":null,"export":null}\
            """.formatted(range);
    }

    private static String answer(String status, String text, @Nullable String more) {
        return """
            {"id":"ans_1","conversation_id":"conv_1","status":"%s","question":"q","text":"%s",%s,%s}\
            """.formatted(status, text, more, REST);
    }
}
