package io.asktrail.gateway;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.service.tracing.TraceIds;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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

/** Tells what came through the gateway. */
@RestController
@RequestMapping("/orchestrator")
class FakeOrchestrator {
    /** Lets the next event of a stream go. */
    static final Semaphore NEXT_EVENT = new Semaphore(0);

    private final Clock clock;

    FakeOrchestrator(Clock clock) {
        this.clock = clock;
    }

    record Ask(String question) {}

    record Heard(Caller caller, String question, long leftMs, Map<String, String> headers) {}

    @PostMapping("/v1/ask")
    Heard ask(CallContext call, @RequestBody Ask ask, HttpServletRequest request) {
        return new Heard(
                call.caller(), ask.question(), call.deadline().remaining(clock).toMillis(), headers(request));
    }

    @GetMapping("/v1/answers/{id}")
    String answer(CallContext call, @PathVariable String id, @RequestParam @Nullable String q) {
        return "{\"id\":\"%s\",\"q\":\"%s\"}".formatted(id, q);
    }

    @GetMapping("/v1/missing")
    String missing(CallContext call) {
        throw new SuiteException(ErrorCode.UNKNOWN_METRIC, "There is no metric 'rosa': did you mean roas?");
    }

    @GetMapping("/v1/trace")
    Map<String, String> trace(CallContext call) {
        return Map.of("trace", String.valueOf(TraceIds.current()));
    }

    @GetMapping("/v1/slow")
    String slow(CallContext call) throws InterruptedException {
        Thread.sleep(3000);
        return "{}";
    }

    @GetMapping(path = "/v1/large", produces = MediaType.APPLICATION_JSON_VALUE)
    String large(CallContext call) {
        return "[" + "1,".repeat(1_000_000) + "1]";
    }

    @GetMapping("/openapi.json")
    Map<String, String> openapi(CallContext call) {
        return Map.of("openapi", "3.1.0", "asked_by", call.caller().sub());
    }

    @GetMapping(path = "/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(CallContext call) {
        var events = new SseEmitter(10_000L);
        Thread.ofVirtual().start(() -> send(events));
        return events;
    }

    private static void send(SseEmitter events) {
        try {
            events.send(SseEmitter.event().name("understood").data("one"));
            if (NEXT_EVENT.tryAcquire(8, TimeUnit.SECONDS)) {
                events.send(SseEmitter.event().name("answer").data("two"));
            }
            events.complete();
        } catch (IOException | InterruptedException failed) {
            events.completeWithError(failed);
        }
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(
                        name -> name.toLowerCase(Locale.ROOT),
                        name -> String.join(" AND ", Collections.list(request.getHeaders(name))),
                        (one, _) -> one,
                        TreeMap::new));
    }
}
