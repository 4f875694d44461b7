package io.asktrail.orchestrator.planning;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.plan.Holdings;
import io.asktrail.registry.Registry;

/** Plans a diagnosis as far as that can be done before anything was seen. */
@FunctionalInterface
public interface DiagnosisPlan {
    PlannedTask plan(CallContext call, TaskSpec task, Registry registry, Holdings holdings);
}
