package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Compare;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.Operator;
import io.asktrail.guardrails.Rule;
import io.asktrail.guardrails.plan.PlanUnderReview.Call;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Nobody narrows a number beyond what was asked: a condition too many, or rows cut off, make a wrong number too. */
final class NothingAdded implements Rule<PlanUnderReview> {
    @Override
    public String id() {
        return "plan.nothing_added";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        return Stream.of(entities(review), filters(review), limits(review))
                .flatMap(added -> added)
                .findFirst();
    }

    private static Stream<String> entities(PlanUnderReview review) {
        return review.calls(Fetch.class)
                .flatMap(call -> call.inputs().entities().kept().entrySet().stream()
                        .filter(entry -> !isAsked(review, entry.getKey(), entry.getValue()))
                        .map(entry -> added(call.step().id(), "a condition on " + entry.getKey())));
    }

    private static boolean isAsked(PlanUnderReview review, DimensionId dimension, List<String> values) {
        var task = review.task();
        return Stream.concat(Stream.of(task.entities()), task.scopes().stream().map(scope -> scope.entities()))
                .anyMatch(entities -> entities.valuesOf(dimension).equals(values));
    }

    private static Stream<String> filters(PlanUnderReview review) {
        return Stream.concat(
                        review.calls(Fetch.class)
                                .flatMap(call -> call.inputs().filters().stream()
                                        .filter(filter -> !onlySaysThatThereIsOne(filter))
                                        .map(filter -> new Standing(call.step().id(), filter))),
                        review.calls(Aggregate.class)
                                .flatMap(call -> call.inputs().filters().stream()
                                        .map(filter -> new Standing(call.step().id(), filter))))
                .filter(standing -> !review.task().filters().contains(standing.filter()))
                .map(standing -> added(
                        standing.step(), "a condition on " + standing.filter().field()));
    }

    private record Standing(StepId step, Filter filter) {}

    // "Has a campaign": what stands in for numbers of ads counts only what an ad brought.
    private static boolean onlySaysThatThereIsOne(Filter filter) {
        return filter.op() == Operator.CONTAINS
                && filter.value() != null
                && filter.value().texts().equals(List.of(""));
    }

    private static Stream<String> limits(PlanUnderReview review) {
        return Stream.of(
                        review.calls(Fetch.class)
                                .filter(call -> !mayCut(review, call))
                                .map(call -> call.step().id()),
                        review.calls(Aggregate.class)
                                .filter(call -> !isAsked(
                                        review, call.step(), call.inputs().limit()))
                                .map(call -> call.step().id()),
                        review.calls(Compare.class)
                                .filter(call -> !isAsked(
                                        review, call.step(), call.inputs().limit()))
                                .map(call -> call.step().id()))
                .flatMap(steps -> steps)
                .map(step -> added(step, "a limit"));
    }

    // As many rows as the tool gives at most cut nothing off that would be there without a limit.
    private static boolean isAsked(PlanUnderReview review, Step step, @Nullable Integer limit) {
        var tool = review.registry().tools().get(step.tool().tool());
        return limit == null
                || limit.equals(review.task().limit())
                || (tool != null && limit >= tool.quotas().maxResultRows());
    }

    // A source may cut its rows where the only step that uses them would cut the same rows off.
    private static boolean mayCut(PlanUnderReview review, Call<Fetch> call) {
        var fetch = call.inputs();
        if (fetch.limit() == null
                || review.plan().outputs().table().equals(call.step().id())) {
            return isAsked(review, call.step(), fetch.limit());
        }
        var users = review.steps()
                .filter(step -> step.inputs().needs().contains(call.step().id()))
                .toList();
        return users.size() == 1
                && users.getFirst().inputs() instanceof Aggregate user
                && user.right() == null
                && user.filters().isEmpty()
                && user.calculations().isEmpty()
                && fetch.limit().equals(user.limit())
                && fetch.orderBy().equals(user.orderBy());
    }

    private static String added(StepId step, String what) {
        return "Step %s adds %s, which nobody asked for.".formatted(step, what);
    }
}
