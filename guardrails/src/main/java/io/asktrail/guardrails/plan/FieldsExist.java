package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.Rule;
import io.asktrail.guardrails.plan.PlanUnderReview.Call;
import io.asktrail.registry.tool.Capability;
import java.util.Optional;
import java.util.stream.Stream;

/** A step asks its capability only for metrics and dimensions that the capability has. */
final class FieldsExist implements Rule<PlanUnderReview> {
    @Override
    public String id() {
        return "plan.fields_exist";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        return review.calls(Fetch.class)
                .flatMap(call -> objection(review, call).stream())
                .findFirst();
    }

    private static Optional<String> objection(PlanUnderReview review, Call<Fetch> call) {
        var capability = review.capabilityOf(call.step());
        if (capability.isEmpty()) {
            // Said by plan.tools_exist already.
            return Optional.empty();
        }
        return lacking(review, call.inputs(), capability.get())
                .findFirst()
                .map(name -> "%s has no %s.".formatted(call.step().tool(), name))
                .or(() -> call.inputs().groupBy().contains(TaskSpec.DATE)
                                == (call.inputs().grain() == null)
                        ? Optional.of("Step %s needs a grain exactly where it groups by date."
                                .formatted(call.step().id()))
                        : Optional.empty());
    }

    private static Stream<String> lacking(PlanUnderReview review, Fetch fetch, Capability capability) {
        var metrics = fetch.metrics().stream()
                .filter(metric -> !capability.metrics().contains(metric))
                .map(Object::toString);
        var dimensions = Stream.of(
                        fetch.groupBy().stream(),
                        fetch.entities().kept().keySet().stream(),
                        fetch.filters().stream()
                                .map(Filter::field)
                                .filter(field -> !review.registry().isMetric(field))
                                .map(field -> field.asDimension()))
                .flatMap(names -> names)
                .filter(dimension ->
                        !isBuiltIn(dimension) && !capability.dimensions().contains(dimension))
                .map(Object::toString);
        return Stream.concat(metrics, dimensions);
    }

    // Every fact table has its date.
    private static boolean isBuiltIn(DimensionId dimension) {
        return dimension.equals(TaskSpec.DATE);
    }
}
