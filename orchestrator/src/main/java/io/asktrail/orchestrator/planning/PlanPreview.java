package io.asktrail.orchestrator.planning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.answer.Refusal;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        @Nullable Estimate estimate) {
    /**
     * @param waitMs the usual time along the longest chain of steps, by the tools' own hints
     * @param steps what each step may take at most
     */
    record Estimate(@JsonProperty("wait_ms") long waitMs, List<StepEstimate> steps) {}

    /** @param maxRows the most rows the tool gives */
    record StepEstimate(
            StepId step,
            @JsonProperty("latency_hint_ms") int latencyHintMs,
            @JsonProperty("max_rows") int maxRows,
            @JsonProperty("quota_rpm") int quotaRpm) {}

    static PlanPreview of(TaskSpec task, PlannedTask planned, Registry registry) {
        return switch (planned) {
            case PlannedTask.Ready ready ->
                new PlanPreview(
                        task, ready.plan(), ready.notes(), ready.verdicts(), null, estimate(ready.plan(), registry));
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

    private static Estimate estimate(Plan plan, Registry registry) {
        var steps = plan.steps().stream().map(step -> estimate(step, registry)).toList();
        Map<StepId, Long> doneAt = new HashMap<>();
        for (var step : plan.steps()) {
            var begins = step.inputs().needs().stream()
                    .mapToLong(need -> doneAt.getOrDefault(need, 0L))
                    .max()
                    .orElse(0);
            doneAt.put(step.id(), begins + registry.tool(step.tool().tool()).latencyHintMs());
        }
        return new Estimate(
                doneAt.values().stream().mapToLong(Long::longValue).max().orElse(0), steps);
    }

    private static StepEstimate estimate(Step step, Registry registry) {
        var tool = registry.tool(step.tool().tool());
        return new StepEstimate(
                step.id(),
                tool.latencyHintMs(),
                tool.quotas().maxResultRows(),
                tool.quotas().rpm());
    }
}
