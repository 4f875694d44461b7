package io.asktrail.orchestrator.exports;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.file.ExportedFile;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.orchestrator.approvals.Approval;
import io.asktrail.orchestrator.approvals.Approvals;
import io.asktrail.orchestrator.approvals.Subject;
import io.asktrail.orchestrator.saying.InTheirLanguage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Consent to files: asked for, decided by somebody else, and then used. */
@RestController
@RequestMapping("/orchestrator/v1/approvals")
public class ApprovalController {
    private final Exports exports;
    private final Approvals approvals;
    private final TaskReading tasks;

    ApprovalController(Exports exports, Approvals approvals, TaskReading tasks) {
        this.exports = exports;
        this.approvals = approvals;
        this.tasks = tasks;
    }

    /**
     * @param task the single rows that are wanted; exactly one of this and {@code answerId}
     * @param answerId the stored answer of which a file is wanted
     * @param reason what the file is for
     */
    public record Request(
            @Nullable TaskRequest task,
            @JsonProperty("answer_id") @Nullable String answerId,
            @Nullable String reason) {}

    /** @param comment for the one who asked; may be left out */
    public record Decision(
            @Nullable Verdict decision, @Nullable String comment) {
        /** What is decided. */
        public enum Verdict {
            @JsonProperty("approve")
            APPROVE,
            @JsonProperty("reject")
            REJECT
        }
    }

    /** Which requests are listed. */
    public enum View {
        /** What the caller has asked for. */
        mine,
        /** What waits for a decision that the caller may take. */
        to_decide
    }

    @Operation(operationId = "requestApproval", summary = "Ask for somebody else's consent to a file")
    @ApiResponse(responseCode = "201", description = "The request")
    @PostMapping
    public ResponseEntity<Approval> request(@Parameter(hidden = true) CallContext call, @RequestBody Request request) {
        var made = told(call, () -> exports.request(call, subject(call, request), request.reason()));
        return ResponseEntity.created(URI.create("/v1/approvals/" + made.id())).body(made);
    }

    private Subject subject(CallContext call, Request request) {
        var answer = request.answerId();
        if ((answer == null) == (request.task() == null)) {
            throw new SuiteException(
                    ErrorCode.MALFORMED_REQUEST,
                    "Say what the file is of: \"answer_id\" for an answer, or \"task\" for the single rows behind it.");
        }
        return answer == null ? new Subject.OfRows(tasks.read(request.task())) : exports.subject(call.caller(), answer);
    }

    @Operation(
            operationId = "listApprovals",
            summary = "Requests of the caller's own (view=mine), or those they may decide on (view=to_decide)")
    @GetMapping
    public List<Approval> list(
            @Parameter(hidden = true) CallContext call, @RequestParam(name = "view", defaultValue = "mine") View view) {
        return switch (view) {
            case mine -> approvals.mine(call.caller());
            case to_decide -> approvals.toDecide(call.caller());
        };
    }

    @Operation(operationId = "getApproval", summary = "A request, how it stands, and who did what")
    @GetMapping("/{id}")
    public Approval approval(@Parameter(hidden = true) CallContext call, @PathVariable("id") String id) {
        return told(call, () -> approvals.find(call.caller(), id));
    }

    @Operation(operationId = "decideApproval", summary = "Approve or reject what somebody else has asked for")
    @PostMapping("/{id}/decision")
    public Approval decide(
            @Parameter(hidden = true) CallContext call, @PathVariable("id") String id, @RequestBody Decision decision) {
        if (decision.decision() == null) {
            throw new SuiteException(
                    ErrorCode.MALFORMED_REQUEST, "Say {\"decision\": \"approve\"} or {\"decision\": \"reject\"}.");
        }
        var approved = decision.decision() == Decision.Verdict.APPROVE;
        return told(call, () -> approvals.decide(call.caller(), id, approved, decision.comment()));
    }

    @Operation(
            operationId = "exportApproved",
            summary = "The file that was approved, under the rights it was approved for")
    @ApiResponse(responseCode = "201", description = "The file, which is fetched at its link")
    @PostMapping("/{id}/export")
    public ResponseEntity<ExportedFile> export(
            @Parameter(hidden = true) CallContext call,
            @PathVariable("id") String id,
            @RequestBody(required = false) @Nullable ExportRequest request) {
        var file = told(call, () -> exports.ofApproval(call, id, request == null ? ExportRequest.PLAIN : request));
        return ResponseEntity.created(URI.create(file.link())).body(file);
    }

    private static <T> T told(CallContext call, Supplier<T> work) {
        return InTheirLanguage.told(call.language(), work);
    }
}
