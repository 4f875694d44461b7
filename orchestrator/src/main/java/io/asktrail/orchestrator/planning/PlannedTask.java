package io.asktrail.orchestrator.planning;

import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.TaskSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan that may run, or why there is none. */
public sealed interface PlannedTask {
    List<RuleVerdict> verdicts();

    /** What language models cost on the way. */
    Cost cost();

    record Ready(Plan plan, List<Note> notes, List<RuleVerdict> verdicts, Cost cost) implements PlannedTask {
        public Ready {
            notes = List.copyOf(notes);
            verdicts = List.copyOf(verdicts);
        }
    }

    /** @param rule the guardrail that stopped it; null if the planner found no way */
    record Refused(
            ErrorCode code,
            @Nullable String rule,
            String reason,
            List<TaskSpec> nearest,
            List<RuleVerdict> verdicts,
            Cost cost)
            implements PlannedTask {
        public Refused {
            nearest = List.copyOf(nearest);
            verdicts = List.copyOf(verdicts);
        }
    }
}
