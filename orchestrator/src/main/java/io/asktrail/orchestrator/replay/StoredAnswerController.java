package io.asktrail.orchestrator.replay;

import io.asktrail.contracts.answer.Replay;
import io.asktrail.contracts.answer.StoredAnswer;
import io.asktrail.contracts.caller.CallContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers that were given before. */
@RestController
@RequestMapping("/orchestrator/v1/answers")
public class StoredAnswerController {
    private final Replays replays;

    StoredAnswerController(Replays replays) {
        this.replays = replays;
    }

    @Operation(
            operationId = "getAnswer",
            summary = "A stored answer of the caller's own; \"since\" says which figures have moved")
    @GetMapping("/{id}")
    public StoredAnswer answer(
            @Parameter(hidden = true) CallContext call,
            @PathVariable("id") String id,
            @Parameter(description = "false to have the answer alone, without a look at today's figures")
                    @RequestParam(name = "check", defaultValue = "true")
                    boolean check) {
        return replays.find(call, id, check);
    }

    @Operation(
            operationId = "replayAnswer",
            summary = "The task of a stored answer answered again, and what is other than it was")
    @GetMapping("/{id}/replay")
    public Replay replay(@Parameter(hidden = true) CallContext call, @PathVariable("id") String id) {
        return replays.replay(call, id);
    }
}
