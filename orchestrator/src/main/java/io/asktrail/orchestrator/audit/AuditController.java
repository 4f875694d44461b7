package io.asktrail.orchestrator.audit;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.orchestrator.audit.AuditStore.Page;
import io.asktrail.orchestrator.audit.AuditStore.Row;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who asked what, for those who answer for it. */
@RestController
@RequestMapping("/orchestrator/v1/admin/audit")
public class AuditController {
    private static final int MOST = 1_000;

    private final AuditStore audit;

    AuditController(AuditStore audit) {
        this.audit = audit;
    }

    /** Lines of the audit, the newest first. */
    public record AuditLines(List<Row> rows) {}

    @Operation(operationId = "getAudit", summary = "Who asked what, when, and what came of it; the newest first")
    @GetMapping
    public AuditLines lines(
            @Parameter(hidden = true) CallContext call,
            @RequestParam(name = "from", required = false) @Nullable Instant from,
            @RequestParam(name = "to", required = false) @Nullable Instant to,
            @RequestParam(name = "sub", required = false) @Nullable String sub,
            @Parameter(description = "asked_at of the last line of the page before")
                    @RequestParam(name = "before", required = false)
                    @Nullable
                    Instant before,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        if (!call.caller().has(Role.ADMIN)) {
            throw new SuiteException(ErrorCode.FORBIDDEN, "The audit is shown to the role admin alone.");
        }
        if (limit < 1 || limit > MOST) {
            throw new SuiteException(ErrorCode.MALFORMED_REQUEST, "limit is from 1 to %d.".formatted(MOST));
        }
        return new AuditLines(audit.find(new Page(from, to, sub, before, limit)));
    }
}
