package io.asktrail.planner;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.wording.Said;
import java.util.List;

/** A plan, or why there is none, before anyone has looked whether the suggestions hold. */
sealed interface Draft {
    record Ready(PlanOutcome.Planned planned) implements Draft {}

    /** @param instead tasks that might be answered instead, nearest first */
    record Turned(ErrorCode code, Said reason, List<TaskSpec> instead) implements Draft, Grounding {
        public Turned {
            instead = List.copyOf(instead);
        }
    }
}
