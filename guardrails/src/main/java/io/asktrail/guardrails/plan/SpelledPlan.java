package io.asktrail.guardrails.plan;

import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.Template;
import io.asktrail.registry.Registry;
import io.asktrail.registry.template.TemplateCall;

/** A plan with its templates written out. */
final class SpelledPlan {
    private SpelledPlan() {}

    static Plan of(Plan plan, Registry registry) {
        return new Plan(
                plan.steps().stream().map(step -> spelled(step, registry)).toList(), plan.outputs());
    }

    private static Step spelled(Step step, Registry registry) {
        if (!(step.inputs() instanceof Template template)) {
            return step;
        }
        // One that comes to nothing is told of by plan.templates.
        return TemplateCall.find(registry, template)
                .map(call -> new Step(step.id(), call.tool(), call.inputs()))
                .orElse(step);
    }
}
