package io.asktrail.orchestrator.operations;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;

/** Who may see how the service is doing. */
public final class Operators {
    private Operators() {}

    /** Managers and administrators. */
    public static boolean mayOperate(Caller caller) {
        return caller.has(Role.MANAGER) || caller.has(Role.ADMIN);
    }
}
