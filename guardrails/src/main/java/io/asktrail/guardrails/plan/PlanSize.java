package io.asktrail.guardrails.plan;

import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Compare;
import io.asktrail.contracts.plan.StepInputs.Convert;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.plan.StepInputs.Template;
import io.asktrail.guardrails.WordedRule;
import io.asktrail.guardrails.saying.GuardSaying;
import io.asktrail.registry.wording.Said;
import java.util.Objects;
import java.util.Optional;

/** Few enough steps, and no step that wants more rows than its tool may give. */
final class PlanSize implements WordedRule<PlanUnderReview> {
    static final int MOST_STEPS = 32;

    @Override
    public String id() {
        return "plan.size";
    }

    @Override
    public Optional<Said> said(PlanUnderReview review) {
        var steps = review.plan().steps().size();
        return steps > MOST_STEPS
                ? Optional.of(Said.of(GuardSaying.TOO_MANY_STEPS).number(steps).number(MOST_STEPS))
                : Optional.empty();
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        return WordedRule.super.objection(review).or(() -> toStep(review));
    }

    private static Optional<String> toStep(PlanUnderReview review) {
        return review.steps()
                .filter(step -> limitOf(step) > mostRowsOf(review, step))
                .findFirst()
                .map(step -> "Step %s asks for %d rows: %s gives at most %d."
                        .formatted(step.id(), limitOf(step), step.tool(), mostRowsOf(review, step)));
    }

    private static int limitOf(Step step) {
        return Objects.requireNonNullElse(
                switch (step.inputs()) {
                    case Fetch fetch -> fetch.limit();
                    case Convert _, Template _ -> null;
                    case Aggregate aggregate -> aggregate.limit();
                    case Compare compare -> compare.limit();
                },
                0);
    }

    private static int mostRowsOf(PlanUnderReview review, Step step) {
        var tool = review.registry().tools().get(step.tool().tool());
        // A tool that does not exist is said by plan.tools_exist.
        return tool == null ? Integer.MAX_VALUE : tool.quotas().maxResultRows();
    }
}
