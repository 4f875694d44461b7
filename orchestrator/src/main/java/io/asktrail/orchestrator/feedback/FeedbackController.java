package io.asktrail.orchestrator.feedback;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.orchestrator.answering.AnswerStore;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.task.TaskResolver;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Thumbs, words and corrections of the one who got the answer. */
@RestController
@RequestMapping("/orchestrator/v1/answers/{id}/feedback")
public class FeedbackController {
    private static final int LONGEST_COMMENT = 2_000;

    private final FeedbackStore store;
    private final TaskResolver tasks;
    private final CurrentRegistry registries;
    private final Clock clock;

    FeedbackController(FeedbackStore store, TaskResolver tasks, CurrentRegistry registries, Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.registries = registries;
        this.clock = clock;
    }

    /**
     * @param comment up to 2,000 characters; may be left out
     * @param correction how the question should have been read, as a task that could be asked; may be left out
     */
    public record FeedbackRequest(
            @Nullable Thumb thumb,
            @Nullable String comment,
            @Nullable TaskRequest correction) {}

    @Operation(
            operationId = "giveFeedback",
            summary = "Say whether an answer was of use; said again, it replaces what was said before")
    @ApiResponse(responseCode = "204", description = "It is kept")
    @PostMapping
    public ResponseEntity<Void> give(
            @Parameter(hidden = true) CallContext call,
            @PathVariable("id") String id,
            @RequestBody FeedbackRequest request) {
        if (request.thumb() == null) {
            throw new SuiteException(ErrorCode.MALFORMED_REQUEST, "Say \"thumb\": \"up\" or \"down\".");
        }
        var feedback = new Feedback(
                request.thumb(), comment(request.comment()), correction(request.correction()), clock.instant());
        if (!store.keep(call.caller(), id, feedback)) {
            throw AnswerStore.unknown();
        }
        return ResponseEntity.noContent().build();
    }

    private static @Nullable String comment(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        var stripped = words.strip();
        if (stripped.length() > LONGEST_COMMENT) {
            throw new SuiteException(
                    ErrorCode.TOO_LARGE,
                    "The comment has %d characters: write at most %d.".formatted(stripped.length(), LONGEST_COMMENT));
        }
        if (stripped.indexOf('\0') >= 0) {
            throw new SuiteException(ErrorCode.MALFORMED_REQUEST, "The comment holds a NUL character: leave it out.");
        }
        return stripped;
    }

    // A correction that could not be asked would teach nothing.
    private @Nullable TaskSpec correction(@Nullable TaskRequest task) {
        return task == null ? null : tasks.resolve(task, registries.get());
    }

    @Operation(operationId = "getFeedback", summary = "What the caller said of an answer; 404 if nothing")
    @GetMapping
    public Feedback given(@Parameter(hidden = true) CallContext call, @PathVariable("id") String id) {
        return store.find(call.caller(), id)
                .orElseThrow(() -> new SuiteException(
                        ErrorCode.UNKNOWN_ID,
                        "You have given no feedback to an answer with this id: POST it to the same address."));
    }
}
