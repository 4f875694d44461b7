package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Compare;
import io.asktrail.contracts.plan.StepInputs.Convert;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.plan.StepInputs.Template;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.guardrails.Rule;
import io.asktrail.guardrails.plan.PlanUnderReview.Call;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every number is of the rows that it was asked of: all that it is worked out from is narrowed alike, and only where one of
 * its sources does not know a dimension is nothing of it narrowed by that. A ratio of which one half is narrowed is wrong.
 */
final class ConditionsKept implements Rule<PlanUnderReview> {
    @Override
    public String id() {
        return "plan.conditions";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        var origins = new Origins(review);
        return Stream.of(
                        numbers(review).flatMap(number -> faults(review, origins, number)),
                        lost(review, origins),
                        scopesOfNothing(review))
                .flatMap(faults -> faults)
                .findFirst();
    }

    /** A number that a step shows, or picks or orders rows by. */
    private record Number(StepId step, MetricId metric) {}

    private static Stream<Number> numbers(PlanUnderReview review) {
        var picking = review.steps()
                .flatMap(step -> fields(step)
                        .filter(review.registry()::isMetric)
                        .map(field -> new Number(step.id(), field.asMetric())));
        return Stream.concat(shown(review), picking);
    }

    private static Stream<Number> shown(PlanUnderReview review) {
        return review.task().metrics().stream()
                .map(metric -> new Number(review.plan().outputs().table(), metric));
    }

    private static Stream<FieldId> fields(Step step) {
        return switch (step.inputs()) {
            case Aggregate aggregate ->
                Stream.of(
                                aggregate.filters().stream().map(Filter::field),
                                aggregate.orderBy().stream().map(Ordering::field),
                                aggregate.calculations().stream()
                                        .map(Calculation::metric)
                                        .filter(Objects::nonNull)
                                        .map(FieldId::of))
                        .flatMap(fields -> fields);
            case Compare compare -> compare.orderBy().stream().map(Ordering::field);
            case Convert _, Fetch _, Template _ -> Stream.empty();
        };
    }

    private static Stream<String> faults(PlanUnderReview review, Origins origins, Number number) {
        var calls = origins.of(number.step(), number.metric());
        var asked = Condition.on(number.metric(), review.task(), review.registry());
        var wrong = asked.stream()
                .filter(condition -> !isKept(review, condition, calls))
                .map(condition -> calls.stream().anyMatch(call -> condition.holdsIn(call.inputs()))
                        ? half(number, condition.dimension())
                        : left(condition.dimension()));
        var added = calls.stream()
                .flatMap(call -> call.inputs().entities().kept().keySet().stream())
                .filter(dimension -> asked.stream()
                        .noneMatch(condition -> condition.dimension().equals(dimension)))
                .map(dimension -> "Step %s narrows %s by %s, which nobody asked of it."
                        .formatted(number.step(), number.metric(), dimension));
        return Stream.concat(wrong, added);
    }

    private static boolean isKept(PlanUnderReview review, Condition condition, Collection<Call<Fetch>> calls) {
        return calls.stream().allMatch(call -> condition.holdsIn(call.inputs()))
                || (!condition.strict()
                        && calls.stream().noneMatch(call -> condition.standsIn(call.inputs()))
                        && calls.stream().anyMatch(call -> !review.has(call.step(), condition.dimension())));
    }

    private record Asked(Number number, Condition condition) {}

    // Where every number is wider than asked, the question was another one.
    private static Stream<String> lost(PlanUnderReview review, Origins origins) {
        var asked = shown(review)
                .flatMap(number -> Condition.on(number.metric(), review.task(), review.registry()).stream()
                        .map(condition -> new Asked(number, condition)))
                .toList();
        var kept = asked.stream()
                .filter(one -> origins.of(one.number().step(), one.number().metric()).stream()
                        .allMatch(call -> one.condition().holdsIn(call.inputs())))
                .map(one -> one.condition().dimension())
                .collect(Collectors.toSet());
        return asked.stream()
                .map(one -> one.condition().dimension())
                .filter(dimension -> !kept.contains(dimension))
                .map(ConditionsKept::left);
    }

    private static Stream<String> scopesOfNothing(PlanUnderReview review) {
        var task = review.task();
        var unscoped = NamedFields.of(task.toBuilder().scopes(List.of()).build(), review.registry());
        return task.scopes().stream()
                .filter(scope -> scope.metrics().stream().noneMatch(unscoped.metrics()::contains))
                .flatMap(scope -> scope.entities().kept().keySet().stream())
                .map(ConditionsKept::left);
    }

    private static String half(Number number, DimensionId dimension) {
        return "Step %s has %s of rows of which some are narrowed by %s and some are not."
                .formatted(number.step(), number.metric(), dimension);
    }

    private static String left(DimensionId dimension) {
        return "The plan leaves out the condition on %s, which was asked for.".formatted(dimension);
    }
}
