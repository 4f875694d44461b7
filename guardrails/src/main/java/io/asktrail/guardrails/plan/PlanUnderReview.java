package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.tool.Capability;
import io.asktrail.registry.tool.ToolDefinition;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A plan with all that is needed to judge it.
 *
 * @param written the plan as it came
 * @param plan the same with every template as the fetch that it comes to, where it comes to one: no rule is to hold for a
 *     fetch and not for a template
 */
record PlanUnderReview(
        Plan written, Plan plan, TaskSpec task, Access access, Registry registry, LocalDate today, Holdings holdings) {

    Stream<Step> steps() {
        return plan.steps().stream();
    }

    /** The steps of one form, with their inputs in it. */
    <T extends StepInputs> Stream<Call<T>> calls(Class<T> form) {
        return steps().filter(step -> form.isInstance(step.inputs()))
                .map(step -> new Call<>(step, form.cast(step.inputs())));
    }

    record Call<T extends StepInputs>(Step step, T inputs) {}

    Optional<Capability> capabilityOf(Step step) {
        return Optional.ofNullable(registry.tools().get(step.tool().tool()))
                .flatMap(tool -> tool.capability(step.tool().capability()));
    }

    /** Whether the source that a step reads knows a dimension; every fact table has its date. */
    boolean has(Step step, DimensionId dimension) {
        return capabilityOf(step)
                .filter(capability -> dimension.equals(TaskSpec.DATE)
                        || capability.dimensions().contains(dimension))
                .isPresent();
    }

    /** The tools whose data a step's rows come from. */
    Set<ToolDefinition> toolsBelow(StepId id) {
        var found = new LinkedHashSet<ToolDefinition>();
        steps().filter(step -> step.id().equals(id)).findFirst().ifPresent(step -> {
            if (step.inputs().readsData()) {
                Optional.ofNullable(registry.tools().get(step.tool().tool())).ifPresent(found::add);
            } else {
                step.inputs().needs().forEach(need -> found.addAll(toolsBelow(need)));
            }
        });
        return found;
    }

    Shapes shapes() {
        return Shapes.of(plan);
    }

    /** These metrics and everything they are worked out from. */
    Set<MetricId> withInputs(Stream<MetricId> metrics) {
        var found = new TreeSet<MetricId>();
        metrics.forEach(metric -> collect(metric, found));
        return found;
    }

    private void collect(MetricId metric, Set<MetricId> found) {
        if (found.add(metric)) {
            registry.findMetric(metric)
                    .ifPresent(definition -> definition.derivation().inputs().forEach(input -> collect(input, found)));
        }
    }
}
