package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Lead;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.plan.Winners;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.Rule;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.metric.Derivation.Derived;
import io.asktrail.registry.metric.MetricDefinition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Groups are left out early only where that cannot change the rows that are shown: behind a lead in the order that was
 * asked for, or as series of the groups that a ranking of the whole period found.
 */
final class NarrowedSoundly implements Rule<PlanUnderReview> {
    @Override
    public String id() {
        return "plan.narrowing";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        return Stream.of(leads(review), winners(review), within(review))
                .flatMap(steps -> steps)
                .findFirst()
                .map("Step %s leaves groups out early, which could change what is shown."::formatted);
    }

    private static Stream<StepId> leads(PlanUnderReview review) {
        return review.calls(Aggregate.class)
                .filter(call -> call.inputs().lead() != null)
                .filter(call -> !isAhead(
                        review,
                        call.inputs(),
                        Objects.requireNonNull(call.inputs().lead())))
                .map(call -> call.step().id());
    }

    // In the order of the question, of as many groups as it shows, and by a number that is nothing where there are no
    // rows.
    private static boolean isAhead(PlanUnderReview review, Aggregate inputs, Lead lead) {
        var task = review.task();
        var order = inputs.orderBy();
        var asked = orderOfGroups(task);
        // Series are of groups that were ranked before; what is worked out along the days changes no rank.
        return task.limit() != null
                && lead.first() >= task.limit()
                && inputs.calculations().isEmpty()
                && (task.isSeries() || task.calculations().isEmpty())
                && review.shapes().of(inputs.left()).grouping().size() == 1
                && review.shapes().of(inputs.left()).grain() == null
                && asked.getFirst().equals(new Ordering(FieldId.of(lead.by()), Direction.DESC))
                && order.size() >= asked.size()
                && order.subList(0, asked.size()).equals(asked)
                && review.registry()
                        .findMetric(lead.by())
                        .filter(NarrowedSoundly::isNothingWithoutRows)
                        .isPresent();
    }

    private static List<Ordering> orderOfGroups(TaskSpec task) {
        var order = task.orderBy().stream()
                .filter(ordering -> !ordering.field().asDimension().equals(TaskSpec.DATE))
                .toList();
        return order.isEmpty() ? List.of(new Ordering(FieldId.of(task.metrics().getFirst()), Direction.DESC)) : order;
    }

    private static boolean isNothingWithoutRows(MetricDefinition metric) {
        return !(metric.derivation() instanceof Derived) || metric.additivity() == Additivity.ADDITIVE;
    }

    private static Stream<StepId> winners(PlanUnderReview review) {
        return review.calls(Fetch.class)
                .filter(call -> call.inputs().only() != null)
                .filter(call -> !areFound(
                        review,
                        call.inputs(),
                        Objects.requireNonNull(call.inputs().only())))
                .map(call -> call.step().id());
    }

    private static boolean areFound(PlanUnderReview review, Fetch fetch, Winners only) {
        var lead = only.lead();
        return only.values() == null
                && fetch.groupBy().contains(only.dimension())
                && review.shapes().of(only.of()).grouping().contains(only.dimension())
                && (lead == null
                        ? review.calls(Aggregate.class)
                                .anyMatch(call -> only.of().equals(call.inputs().within()))
                        : fetch.grain() == null
                                && aggregate(review, only.of())
                                        .filter(inputs -> lead.equals(inputs.lead()))
                                        .isPresent());
    }

    private static Stream<StepId> within(PlanUnderReview review) {
        return review.calls(Aggregate.class)
                .filter(call -> call.inputs().within() != null)
                .filter(call ->
                        !isRanked(review, Objects.requireNonNull(call.inputs().within())))
                .map(call -> call.step().id());
    }

    private static boolean isRanked(PlanUnderReview review, StepId ranking) {
        var limit = review.task().limit();
        return review.task().isSeries()
                && limit != null
                && aggregate(review, ranking)
                        .filter(inputs -> limit.equals(inputs.limit()) && inputs.grain() == null)
                        .isPresent();
    }

    private static Optional<Aggregate> aggregate(PlanUnderReview review, StepId id) {
        return review.steps()
                .filter(step -> step.id().equals(id))
                .map(Step::inputs)
                .filter(Aggregate.class::isInstance)
                .map(Aggregate.class::cast)
                .findFirst();
    }
}
