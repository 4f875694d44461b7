package io.asktrail.guardrails.plan;

import io.asktrail.contracts.plan.Step;
import io.asktrail.guardrails.Rule;
import io.asktrail.registry.tool.ToolDefinition.Agent;
import java.util.Optional;

/** Every step calls a capability that the registry has, in the form that kind of tool takes. */
final class ToolsExist implements Rule<PlanUnderReview> {
    @Override
    public String id() {
        return "plan.tools_exist";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        return review.written().steps().stream()
                .flatMap(step -> objection(review, step).stream())
                .findFirst();
    }

    private static Optional<String> objection(PlanUnderReview review, Step step) {
        var tool = review.registry().tools().get(step.tool().tool());
        if (tool == null || tool.capability(step.tool().capability()).isEmpty()) {
            return Optional.of("Step %s calls %s, which does not exist.".formatted(step.id(), step.tool()));
        }
        var computes = tool.agent() == Agent.COMPUTE;
        var reads = step.inputs().readsData();
        return computes == reads
                ? Optional.of("Step %s gives %s inputs of another kind of tool.".formatted(step.id(), step.tool()))
                : Optional.empty();
    }
}
