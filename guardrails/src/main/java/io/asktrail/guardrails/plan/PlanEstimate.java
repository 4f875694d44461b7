package io.asktrail.guardrails.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.guardrails.plan.StepEstimate.Wait;
import io.asktrail.registry.Registry;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

/**
 * What a plan may take, before anything runs: from the tools' hints, the days that are held, and how many values the
 * dimensions have. The guardrail on cost judges by the same numbers.
 *
 * @param waiting along the longest chain of steps
 * @param days how many days of rows are read in all
 * @param quota what it takes of each tool's quota
 */
public record PlanEstimate(
        @JsonProperty("wait") Wait waiting, long days, List<StepEstimate> steps, List<QuotaUse> quota) {
    /**
     * @param calls how many the plan makes, if none is answered from what is kept
     * @param burst how many the tool takes at once
     * @param rpm how many it takes in a minute
     */
    public record QuotaUse(ToolId tool, long calls, int burst, int rpm) {}

    public PlanEstimate {
        steps = List.copyOf(steps);
        quota = List.copyOf(quota);
    }

    public static PlanEstimate of(Plan plan, Registry registry, Holdings holdings) {
        var spelled = SpelledPlan.of(plan, registry);
        var steps = new StepEstimates(spelled, registry, holdings).all();
        var doneAt = new HashMap<StepId, Wait>();
        for (var i = 0; i < steps.size(); i++) {
            var begins = spelled.steps().get(i).inputs().needs().stream()
                    .map(need -> doneAt.getOrDefault(need, Wait.NONE))
                    .reduce(Wait.NONE, Wait::orLonger);
            doneAt.put(steps.get(i).step(), begins.then(steps.get(i).waiting()));
        }
        return new PlanEstimate(
                doneAt.values().stream().reduce(Wait.NONE, Wait::orLonger),
                steps.stream().mapToLong(StepEstimate::days).sum(),
                steps,
                quota(plan, registry));
    }

    private static List<QuotaUse> quota(Plan plan, Registry registry) {
        var calls = new TreeMap<ToolId, Long>();
        plan.steps().forEach(step -> calls.merge(step.tool().tool(), 1L, Long::sum));
        return calls.entrySet().stream()
                .filter(entry -> registry.tools().containsKey(entry.getKey()))
                .map(entry -> {
                    var quotas = registry.tool(entry.getKey()).quotas();
                    return new QuotaUse(entry.getKey(), entry.getValue(), quotas.burst(), quotas.rpm());
                })
                .toList();
    }
}
