package io.asktrail.orchestrator.planning;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.asktrail.contracts.answer.Refusal;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.plan.Holdings;
import io.asktrail.guardrails.plan.PlanEstimate;
import io.asktrail.registry.Registry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan before it runs, or the refusal in its place.
 *
 * @param notes what the answer would say about the plan
 * @param estimate null if there is no plan
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanPreview(
        TaskSpec task,
        @Nullable Plan plan,
        List<Note> notes,
        List<RuleVerdict> guardrails,
        @Nullable Refusal refusal,
        @Nullable PlanEstimate estimate) {
    static PlanPreview of(TaskSpec task, PlannedTask planned, Registry registry, Holdings holdings) {
        return switch (planned) {
            case PlannedTask.Ready ready ->
                new PlanPreview(
                        task,
                        ready.plan(),
                        ready.notes(),
                        ready.verdicts(),
                        null,
                        PlanEstimate.of(ready.plan(), registry, holdings));
            case PlannedTask.Refused refused ->
                new PlanPreview(
                        task,
                        null,
                        List.of(),
                        refused.verdicts(),
                        new Refusal(refused.code(), refused.rule(), refused.reason(), refused.nearest()),
                        null);
        };
    }
}
