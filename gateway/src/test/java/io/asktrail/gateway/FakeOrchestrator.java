package io.asktrail.gateway;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.service.presence.Waiting;
import io.asktrail.service.tracing.TraceIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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

    /** The questions whose work was stopped before its end. */
    static final BlockingQueue<String> STOPPED = new LinkedBlockingQueue<>();

    private final Clock clock;

    FakeOrchestrator(Clock clock) {
        this.clock = clock;
    }

    record Ask(String question) {}

    record Heard(Caller caller, String question, long leftMs, Map<String, String> headers) {}

    @PostMapping(path = "/v1/ask", produces = MediaType.APPLICATION_JSON_VALUE)
    Heard ask(CallContext call, @RequestBody Ask ask, HttpServletRequest request) {
        return new Heard(
                call.caller(), ask.question(), call.deadline().remaining(clock).toMillis(), headers(request));
    }

    /** The stages of a question: the caller and the question; then, for one that is long, when the test lets it go on. */
    @PostMapping(path = "/v1/ask", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter askStream(CallContext call, @RequestBody Ask ask, HttpServletRequest request) {
        if (ask.question().equals("busy")) {
            throw busy();
        }
        var events = new SseEmitter(60_000L);
        var work = Thread.ofVirtual().unstarted(() -> answer(events, call.caller(), ask.question()));
        Waiting.whenGone(request, work::interrupt);
        work.start();
        return events;
    }

    private static void answer(SseEmitter events, Caller caller, String question) {
        try {
            events.send(SseEmitter.event()
                    .name("understood")
                    .data(Map.of("sub", caller.sub(), "question", question), MediaType.APPLICATION_JSON));
            if (question.startsWith("long")) {
                NEXT_EVENT.acquire();
            }
            var text = question.startsWith("large") ? "x".repeat(3_000_000) : "42";
            events.send(SseEmitter.event().name("answer").data(Map.of("text", text), MediaType.APPLICATION_JSON));
            events.complete();
        } catch (IOException failed) {
            events.completeWithError(failed);
        } catch (InterruptedException stopped) {
            STOPPED.add(question);
            events.complete();
        }
    }

    private static SuiteException busy() {
        return new SuiteException(
                ErrorCode.RATE_LIMITED, "Too much is asked just now: try again.", null, Duration.ofMillis(6_200));
    }

    @GetMapping("/v1/busy")
    String busyNow(CallContext call) {
        throw busy();
    }

    @GetMapping("/v1/tagged")
    ResponseEntity<String> tagged(
            CallContext call, @RequestHeader(name = "If-None-Match", required = false) @Nullable String known) {
        var tag = "\"seven\"";
        return tag.equals(known)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok()
                        .eTag(tag)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("[" + "7,".repeat(5_000) + "7]");
    }

    /** Rows as they come: the second only when the test says so. */
    @GetMapping(path = "/v1/rows", produces = "text/csv")
    void rows(CallContext call, HttpServletResponse response) throws IOException, InterruptedException {
        response.setContentType("text/csv");
        response.getOutputStream().write("first\n".getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
        if (NEXT_EVENT.tryAcquire(8, TimeUnit.SECONDS)) {
            response.getOutputStream().write("second\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Fails when a part was sent. */
    @GetMapping(path = "/v1/broken", produces = "text/csv")
    void broken(CallContext call, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.getOutputStream().write("first\n".getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
        throw new IllegalStateException("the rest is not there");
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
    Map<String, Object> openapi(CallContext call) {
        return Map.of(
                "openapi",
                "3.1.0",
                "asked_by",
                call.caller().sub(),
                "paths",
                Map.of("/v1/ask", Map.of("post", Map.of("operationId", "ask", "responses", Map.of()))),
                "components",
                Map.of(
                        "schemas",
                        Map.of(
                                "Answer",
                                Map.of(
                                        "required",
                                        List.of("id"),
                                        "properties",
                                        Map.of(
                                                "id", Map.of("type", "string"),
                                                "text", Map.of("type", "string"),
                                                "task", Map.of("$ref", "#/components/schemas/Task"))))));
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
