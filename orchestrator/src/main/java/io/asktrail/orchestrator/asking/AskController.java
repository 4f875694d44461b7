package io.asktrail.orchestrator.asking;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.ask.AskRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.stage.Stage;
import io.asktrail.contracts.task.TaskRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

    AskController(Asking asking, AnswerStreams streams) {
        this.asking = asking;
        this.streams = streams;
    }

    @Operation(operationId = "ask", summary = "Answer a question in plain language")
    @PostMapping(path = "/ask", produces = MediaType.APPLICATION_JSON_VALUE)
    public Answer ask(@Parameter(hidden = true) CallContext call, @RequestBody AskRequest request) {
        return asking.ask(call, request, NOBODY_WATCHES);
    }

    @Operation(operationId = "askStream", summary = "The same as an event stream: understood, planned, step…, answer")
    @PostMapping(path = "/ask", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    public SseEmitter askStream(@Parameter(hidden = true) CallContext call, @RequestBody AskRequest request) {
        return streams.stream(call, stages -> asking.ask(call, request, stages));
    }

    @Operation(operationId = "interpret", summary = "Read a question; nothing is run")
    @PostMapping("/interpret")
    public Reading interpret(@Parameter(hidden = true) CallContext call, @RequestBody AskRequest request) {
        return asking.interpret(call, request);
    }

    @Operation(operationId = "query", summary = "Answer a task, no language involved")
    @PostMapping("/query")
    public Answer query(@Parameter(hidden = true) CallContext call, @RequestBody TaskRequest request) {
        return asking.query(call, request, NOBODY_WATCHES);
    }
}
