package io.asktrail.orchestrator.diagnosis;

import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.plan.Winners;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plans of several looks as one, so that they run beside each other; steps are told apart by their look. */
final class JoinedPlan {
    private final List<Step> steps = new ArrayList<>();

    /** @return the step that gives the rows of this plan */
    StepId add(String look, Plan plan) {
        plan.steps()
                .forEach(step -> steps.add(new Step(named(look, step.id()), step.tool(), named(look, step.inputs()))));
        return named(look, plan.outputs().table());
    }

    int size() {
        return steps.size();
    }

    /** @param table the step whose rows stand for all of it */
    Plan plan(StepId table) {
        return new Plan(steps, new Plan.Outputs(table, false));
    }

    private static StepInputs named(String look, StepInputs inputs) {
        return switch (inputs) {
            case StepInputs.Fetch fetch -> fetch.of(named(look, fetch.only()));
            case StepInputs.Template template -> template;
            case StepInputs.Aggregate aggregate ->
                new StepInputs.Aggregate(
                        named(look, aggregate.left()),
                        namedOrNull(look, aggregate.right()),
                        aggregate.joinKeys(),
                        aggregate.formulas(),
                        aggregate.select(),
                        aggregate.filters(),
                        aggregate.calculations(),
                        aggregate.orderBy(),
                        aggregate.limit(),
                        aggregate.fill(),
                        aggregate.grain(),
                        aggregate.lead(),
                        namedOrNull(look, aggregate.within()));
            case StepInputs.Convert convert ->
                new StepInputs.Convert(
                        named(look, convert.of()), convert.to(), convert.policy(), convert.days(), convert.grain());
            case StepInputs.Compare compare ->
                new StepInputs.Compare(
                        named(look, compare.current()),
                        named(look, compare.previous()),
                        compare.keys(),
                        compare.metrics(),
                        compare.orderBy(),
                        compare.limit());
        };
    }

    private static @Nullable Winners named(String look, @Nullable Winners groups) {
        return groups == null
                ? null
                : new Winners(named(look, groups.of()), groups.dimension(), groups.lead(), groups.values());
    }

    private static StepId named(String look, StepId step) {
        return new StepId(look + "_" + step);
    }

    private static @Nullable StepId namedOrNull(String look, @Nullable StepId step) {
        return step == null ? null : named(look, step);
    }
}
