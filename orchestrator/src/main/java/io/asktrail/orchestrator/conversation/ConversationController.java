package io.asktrail.orchestrator.conversation;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.orchestrator.conversation.History.Summary;
import io.asktrail.orchestrator.conversation.History.Whole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the caller asked before. */
@RestController
@RequestMapping("/orchestrator/v1")
public class ConversationController {
    private static final int MOST = 200;

    private final History history;

    ConversationController(History history) {
        this.history = history;
    }

    /** Conversations, the newest first. */
    public record ConversationList(List<Summary> conversations) {}

    /** Questions, the newest first. */
    public record RecentQuestions(List<String> questions) {}

    @Operation(operationId = "listConversations", summary = "The caller's conversations, the newest first")
    @GetMapping("/conversations")
    public ConversationList list(
            @Parameter(hidden = true) CallContext call,
            @RequestParam(name = "limit", defaultValue = "50") int limit,
            @Parameter(description = "asked_at of the last conversation of the page before")
                    @RequestParam(name = "before", required = false)
                    @Nullable
                    Instant before) {
        return new ConversationList(history.list(call.caller(), before, bounded(limit)));
    }

    @Operation(operationId = "getConversation", summary = "The questions of a conversation and what came of them")
    @GetMapping("/conversations/{id}")
    public Whole conversation(@Parameter(hidden = true) CallContext call, @PathVariable("id") String id) {
        return history.find(call.caller(), id).orElseThrow(ConversationController::unknown);
    }

    @Operation(
            operationId = "forgetConversation",
            summary = "Forget a conversation with its answers, their feedback and their links")
    @ApiResponse(responseCode = "204", description = "It is forgotten")
    @DeleteMapping("/conversations/{id}")
    public ResponseEntity<Void> forget(@Parameter(hidden = true) CallContext call, @PathVariable("id") String id) {
        if (!history.forget(call.caller(), id)) {
            throw unknown();
        }
        return ResponseEntity.noContent().build();
    }

    @Operation(operationId = "recentQuestions", summary = "What the caller asked before, each question once")
    @GetMapping("/questions/recent")
    public RecentQuestions recent(
            @Parameter(hidden = true) CallContext call, @RequestParam(name = "limit", defaultValue = "20") int limit) {
        return new RecentQuestions(history.recent(call.caller(), bounded(limit)));
    }

    private static int bounded(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new SuiteException(ErrorCode.MALFORMED_REQUEST, "limit is from 1 to %d.".formatted(MOST));
        }
        return limit;
    }

    private static SuiteException unknown() {
        return new SuiteException(
                ErrorCode.UNKNOWN_ID, "You have no conversation with this id: GET /v1/conversations lists yours.");
    }
}
