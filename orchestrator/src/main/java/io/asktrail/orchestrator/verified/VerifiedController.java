package io.asktrail.orchestrator.verified;

import io.asktrail.contracts.agent.VerifiedAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.VerifiedId;
import io.asktrail.contracts.verified.VerifiedChange;
import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.contracts.verified.Vouched;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Passes on to the router what administrators say of verified questions. */
@RestController
@RequestMapping("/orchestrator/v1/admin/verified")
public class VerifiedController {
    private final VerifiedAgent router;

    VerifiedController(VerifiedAgent router) {
        this.router = router;
    }

    @Operation(
            operationId = "getVerifiedQuestions",
            summary = "Questions whose task somebody vouches for: those of the registry and the approved ones")
    @GetMapping
    public List<Vouched> list(@Parameter(hidden = true) CallContext call) {
        requireAdmin(call);
        return router.list(call);
    }

    @Operation(
            operationId = "approveVerifiedQuestion",
            summary = "Vouch for a question and its task; one of the same id is replaced")
    @PostMapping
    public Vouched approve(@Parameter(hidden = true) CallContext call, @RequestBody VerifiedQuestion question) {
        requireAdmin(call);
        return router.approve(call, question);
    }

    @Operation(operationId = "removeVerifiedQuestion", summary = "Take an approved question back")
    @DeleteMapping("/{id}")
    public Vouched remove(@Parameter(hidden = true) CallContext call, @PathVariable("id") String id) {
        requireAdmin(call);
        return router.remove(call, id(id));
    }

    @Operation(
            operationId = "getVerifiedChanges",
            summary = "What was approved and taken back, by whom and when, the latest first")
    @GetMapping("/changes")
    public List<VerifiedChange> changes(@Parameter(hidden = true) CallContext call) {
        requireAdmin(call);
        return router.changes(call);
    }

    private static VerifiedId id(String text) {
        try {
            return new VerifiedId(text);
        } catch (IllegalArgumentException wrong) {
            throw new SuiteException(
                    ErrorCode.UNKNOWN_ID,
                    "'%s' can be no id: small letters, digits and _ only.".formatted(text),
                    wrong);
        }
    }

    private static void requireAdmin(CallContext call) {
        if (!call.caller().has(Role.ADMIN)) {
            throw new SuiteException(ErrorCode.FORBIDDEN, "Verified questions are kept by the role admin alone.");
        }
    }
}
