package io.asktrail.guardrails.plan;

import io.asktrail.contracts.plan.Step;
import io.asktrail.guardrails.Rule;
import io.asktrail.registry.tool.ToolInputsValidator;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What a step is called with is what its capability takes, by the JSON Schema that the registry names. */
final class InputsFitSchema implements Rule<PlanUnderReview> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ToolInputsValidator validator = new ToolInputsValidator();

    @Override
    public String id() {
        return "plan.inputs_schema";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        return review.written().steps().stream()
                .flatMap(step -> objection(review, step).stream())
                .findFirst();
    }

    private Optional<String> objection(PlanUnderReview review, Step step) {
        return review.capabilityOf(step)
                .flatMap(capability -> validator.faults(capability, JSON.valueToTree(step.inputs())).stream()
                        .findFirst())
                .map(fault -> "Step %s is called wrongly: %s.".formatted(step.id(), fault));
    }
}
