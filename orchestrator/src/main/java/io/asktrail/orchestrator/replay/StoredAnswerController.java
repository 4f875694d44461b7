package io.asktrail.orchestrator.replay;

import io.asktrail.contracts.answer.Replay;
import io.asktrail.contracts.answer.StoredAnswer;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.orchestrator.answering.AnswerTags;
import io.asktrail.orchestrator.conditional.Revisit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers that were given before. */
@RestController
@RequestMapping("/orchestrator/v1/answers")
public class StoredAnswerController {
    private final Replays replays;
    private final AnswerTags tags;

    StoredAnswerController(Replays replays, AnswerTags tags) {
        this.replays = replays;
        this.tags = tags;
    }

    @Operation(
            operationId = "getAnswer",
            summary = "A stored answer of the caller's own; \"since\" says which figures have moved")
    @GetMapping("/{id}")
    @ApiResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(schema = @Schema(implementation = StoredAnswer.class)))
    @ApiResponse(responseCode = "304", description = "It is as the caller has it", content = @Content)
    public ResponseEntity<StoredAnswer> answer(
            @Parameter(hidden = true) CallContext call,
            @PathVariable("id") String id,
            @Parameter(description = "false to have the answer alone, without a look at today's figures")
                    @RequestParam(name = "check", defaultValue = "true")
                    boolean check,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        var stored = replays.find(call, id, check);
        return Revisit.reply(known, tags.of(stored), () -> stored);
    }

    @Operation(
            operationId = "replayAnswer",
            summary = "The task of a stored answer answered again, and what is other than it was")
    @GetMapping("/{id}/replay")
    public Replay replay(@Parameter(hidden = true) CallContext call, @PathVariable("id") String id) {
        return replays.replay(call, id);
    }
}
