package io.asktrail.orchestrator.answering;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers that were given before. */
@RestController
@RequestMapping("/orchestrator/v1/answers")
public class AnswerController {
    private final AnswerStore answers;

    AnswerController(AnswerStore answers) {
        this.answers = answers;
    }

    @Operation(operationId = "getAnswer", summary = "A stored answer of the caller's own")
    @GetMapping("/{id}")
    public Answer answer(@Parameter(hidden = true) CallContext call, @PathVariable("id") String id) {
        return answers.find(call.caller(), id)
                .orElseThrow(() -> new SuiteException(
                        ErrorCode.UNKNOWN_ID, "You have no answer with this id: ids come with each answer."));
    }
}
