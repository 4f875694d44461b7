package io.asktrail.contracts.plan;

import io.asktrail.contracts.id.StepId;
import java.util.HashSet;
import java.util.List;

/** Steps in an order that can run: a cycle or a missing input cannot be constructed. */
public record Plan(List<Step> steps, Outputs outputs) {
    /**
     * @param table the step whose rows are the answer
     * @param narrative whether words are wanted too
     */
    public record Outputs(StepId table, boolean narrative) {}

    public Plan {
        steps = List.copyOf(steps);
        var earlier = new HashSet<StepId>();
        for (var step : steps) {
            if (!earlier.containsAll(step.inputs().needs()) || !earlier.add(step.id())) {
                throw new IllegalArgumentException("step %s repeats or runs before its inputs".formatted(step.id()));
            }
        }
        if (!earlier.contains(outputs.table())) {
            throw new IllegalArgumentException("no step is called " + outputs.table());
        }
    }
}
