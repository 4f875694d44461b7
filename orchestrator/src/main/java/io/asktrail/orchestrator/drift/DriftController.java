package io.asktrail.orchestrator.drift;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Differences between the registry and the sources, for those who keep it. */
@RestController
@RequestMapping("/orchestrator/v1/admin/drift")
public class DriftController {
    private final DriftWatch watch;

    DriftController(DriftWatch watch) {
        this.watch = watch;
    }

    @Operation(
            operationId = "getDrift",
            summary = "Where the sources are no longer what the registry says: the last look")
    @GetMapping
    public DriftReport last(@Parameter(hidden = true) CallContext call) {
        requireAdmin(call);
        return watch.last().orElseGet(watch::lookNow);
    }

    @Operation(operationId = "lookForDrift", summary = "Look at the sources now")
    @PostMapping
    public DriftReport look(@Parameter(hidden = true) CallContext call) {
        requireAdmin(call);
        return watch.lookNow();
    }

    private static void requireAdmin(CallContext call) {
        if (!call.caller().has(Role.ADMIN)) {
            throw new SuiteException(
                    ErrorCode.FORBIDDEN, "Differences between registry and sources are shown to the role admin alone.");
        }
    }
}
