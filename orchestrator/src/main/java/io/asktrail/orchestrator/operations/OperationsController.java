package io.asktrail.orchestrator.operations;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the service is doing, for those who keep it going. */
@RestController
@RequestMapping("/orchestrator/v1/admin/operations")
public class OperationsController {
    private static final int MOST_HOURS = 24 * 31;

    private final Operations operations;

    OperationsController(Operations operations) {
        this.operations = operations;
    }

    @Operation(
            operationId = "getOperations",
            summary = "Questions, latency, cost and failures of the last hours, and how agents and sources stand")
    @GetMapping
    public OperationsView look(
            @Parameter(hidden = true) CallContext call, @RequestParam(name = "hours", defaultValue = "24") int hours) {
        if (!Operators.mayOperate(call.caller())) {
            throw new SuiteException(
                    ErrorCode.FORBIDDEN, "How the service is doing is shown to the roles manager and admin.");
        }
        if (hours < 1 || hours > MOST_HOURS) {
            throw new SuiteException(ErrorCode.MALFORMED_REQUEST, "hours is from 1 to %d.".formatted(MOST_HOURS));
        }
        return operations.look(call.caller(), hours);
    }
}
