package io.asktrail.orchestrator.asking;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.ask.AskRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.stage.Stage;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.orchestrator.conditional.Revisit;
import io.asktrail.orchestrator.runs.RunRequest;
import io.asktrail.orchestrator.runs.RunView;
import io.asktrail.orchestrator.runs.Runs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Questions and tasks in, answers out. */
@RestController
@RequestMapping("/orchestrator/v1")
public class AskController {
    private static final Consumer<Stage> NOBODY_WATCHES = _ -> {};

    private final Asking asking;
    private final AnswerStreams streams;
    private final Runs runs;

    AskController(Asking asking, AnswerStreams streams, Runs runs) {
        this.asking = asking;
        this.runs = runs;
        this.streams = streams;
    }

    @Operation(operationId = "ask", summary = "Answer a question in plain language")
    @PostMapping(path = "/ask", produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The run that was begun, if it was asked with \"wait\": false",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    public ResponseEntity<?> ask(@Parameter(hidden = true) CallContext call, @RequestBody AskRequest request) {
        return request.waits()
                ? ResponseEntity.ok(asking.ask(call, request, NOBODY_WATCHES).bytes())
                : begun(call, asking.detached(request));
    }

    @Operation(operationId = "askStream", summary = "The same as an event stream: understood, planned, step…, answer")
    @PostMapping(path = "/ask", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    public SseEmitter askStream(
            @Parameter(hidden = true) CallContext call, @RequestBody AskRequest request, HttpServletRequest http) {
        return streams.stream(http, call, stages -> asking.ask(call, request, stages));
    }

    @Operation(operationId = "interpret", summary = "Read a question; nothing is run")
    @PostMapping("/interpret")
    public Reading interpret(@Parameter(hidden = true) CallContext call, @RequestBody AskRequest request) {
        return asking.interpret(call, request);
    }

    @Operation(
            operationId = "query",
            summary = "Answer a task, no language involved; with If-None-Match only if it would say something else")
    @PostMapping(path = "/query", produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The run that was begun, if it was asked with \"wait\": false",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    @ApiResponse(
            responseCode = "304",
            description = "The answer that the caller has under one of these tags is still right; none was made",
            content = @Content)
    public ResponseEntity<?> query(
            @Parameter(hidden = true) CallContext call,
            @RequestBody TaskRequest request,
            @Parameter(description = "ETags of answers to the same task that the caller has")
                    @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Nullable
                    String known) {
        if (!request.waits()) {
            return begun(call, asking.detached(request));
        }
        var unchanged = known == null
                ? Optional.<String>empty()
                : asking.unchanged(call, request, tag -> Revisit.has(known, tag));
        if (unchanged.isPresent()) {
            return Revisit.unchanged(unchanged.get());
        }
        var given = asking.query(call, request, NOBODY_WATCHES);
        return Revisit.reply(known, asking.tag(call, given.answer()), given::bytes);
    }

    private ResponseEntity<RunView> begun(CallContext call, RunRequest request) {
        var run = runs.start(call.caller(), request);
        return ResponseEntity.accepted()
                .location(URI.create("/v1/runs/" + run.id()))
                .body(run);
    }
}
