package io.asktrail.orchestrator.me;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.orchestrator.operations.Operators;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller, as their token says. */
@RestController
@RequestMapping("/orchestrator/v1/me")
public class MeController {
    /** @param mayOperate whether the figures of operation are open to them */
    public record Me(
            String sub,
            List<Role> roles,
            List<String> regions,
            List<String> teams,
            @JsonProperty("may_operate") boolean mayOperate) {
        static Me of(Caller caller) {
            return new Me(caller.sub(), caller.roles(), caller.regions(), caller.teams(), Operators.mayOperate(caller));
        }
    }

    @Operation(operationId = "getMe", summary = "Who the caller is, and what their token opens")
    @GetMapping
    public Me me(@Parameter(hidden = true) CallContext call) {
        return Me.of(call.caller());
    }
}
