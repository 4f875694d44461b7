package io.asktrail.guardrails.plan;

import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.Template;
import io.asktrail.guardrails.Rule;
import io.asktrail.registry.template.TemplateCall;
import io.asktrail.registry.tool.Capability;
import java.util.Optional;

/** A template that is called exists, reads through the tool that is called, and has its parameters set as they must be. */
final class TemplatesSet implements Rule<PlanUnderReview> {
    @Override
    public String id() {
        return "plan.templates";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        return review.written().steps().stream()
                .flatMap(step -> objection(review, step).stream())
                .findFirst();
    }

    private static Optional<String> objection(PlanUnderReview review, Step step) {
        var runsTemplates = review.capabilityOf(step).map(Capability::runsTemplates);
        if (runsTemplates.isEmpty()) {
            // Said by plan.tools_exist already.
            return Optional.empty();
        }
        return step.inputs() instanceof Template template
                ? runsTemplates.get()
                        ? fault(review, step, template)
                        : Optional.of("%s runs no templates.".formatted(step.tool()))
                : runsTemplates.get()
                        ? Optional.of("Step %s calls %s without a template.".formatted(step.id(), step.tool()))
                        : Optional.empty();
    }

    private static Optional<String> fault(PlanUnderReview review, Step step, Template template) {
        try {
            var call = TemplateCall.of(review.registry(), template);
            return call.tool().tool().equals(step.tool().tool())
                    ? Optional.empty()
                    : Optional.of("The template '%s' is not one of %s."
                            .formatted(template.template(), step.tool().tool()));
        } catch (SuiteException refused) {
            return Optional.of(refused.forCaller());
        }
    }
}
