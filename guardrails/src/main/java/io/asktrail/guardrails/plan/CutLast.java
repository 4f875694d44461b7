package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Compare;
import io.asktrail.contracts.plan.StepInputs.Convert;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.plan.StepInputs.Template;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Filter;
import io.asktrail.guardrails.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Conditions on numbers and limits take groups away, so they come last: what is joined, compared or worked out after them
 * would bring some of the groups back, or be of a part only. A share, a rank or a count is of everything.
 */
final class CutLast implements Rule<PlanUnderReview> {
    private static final Set<Kind> OF_ALL_GROUPS =
            Set.of(Kind.SHARE_OF_TOTAL, Kind.RANK, Kind.COUNT, Kind.OTHERS, Kind.PIVOT);

    @Override
    public String id() {
        return "plan.cut_last";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        return review.steps()
                .filter(step -> cuts(review, step.inputs()))
                .filter(step -> !isLast(review, step))
                .findFirst()
                .map(step -> "Step %s takes groups away that later steps need.".formatted(step.id()))
                .or(() -> review.calls(Aggregate.class)
                        .filter(call -> !isOfEverything(review, call.inputs()))
                        .findFirst()
                        .map(call -> "Step %s works something out of a part that is asked for of everything."
                                .formatted(call.step().id())));
    }

    private static boolean cuts(PlanUnderReview review, StepInputs inputs) {
        return switch (inputs) {
            case Fetch fetch -> fetch.limit() != null || keepsGroups(review, fetch.filters());
            case Aggregate aggregate ->
                aggregate.limit() != null || !aggregate.filters().isEmpty();
            case Compare compare -> compare.limit() != null;
            case Convert _, Template _ -> false;
        };
    }

    private static boolean keepsGroups(PlanUnderReview review, List<Filter> filters) {
        return filters.stream().map(Filter::field).anyMatch(review.registry()::isMetric);
    }

    // What follows takes the same rows away again, or only looks which groups they are.
    private static boolean isLast(PlanUnderReview review, Step step) {
        return users(review, step).allMatch(user -> switch (user.inputs()) {
            case Fetch _, Template _ -> true;
            case Aggregate aggregate -> onlyLooks(aggregate, step.id()) || cutsAgain(review, step, user);
            case Compare _ -> step.inputs() instanceof Aggregate counted && counts(counted);
            case Convert _ -> false;
        });
    }

    private static Stream<Step> users(PlanUnderReview review, Step step) {
        return review.steps().filter(user -> user.inputs().needs().contains(step.id()));
    }

    private static boolean onlyLooks(Aggregate user, StepId step) {
        return !step.equals(user.left()) && !step.equals(user.right());
    }

    private static boolean cutsAgain(PlanUnderReview review, Step step, Step user) {
        return switch (step.inputs()) {
            case Fetch fetch ->
                user.inputs() instanceof Aggregate same
                        && same.right() == null
                        && same.filters().isEmpty()
                        && Objects.equals(fetch.limit(), same.limit());
            case Aggregate early ->
                early.lead() != null && early.limit() == null && filtersInTheEnd(review, user, early.filters());
            case Compare _, Convert _, Template _ -> false;
        };
    }

    // More may be joined before all of it is held against the same conditions.
    private static boolean filtersInTheEnd(PlanUnderReview review, Step user, List<Filter> filters) {
        return user.inputs() instanceof Aggregate aggregate
                && (aggregate.filters().containsAll(filters)
                        || (!user.id().equals(review.plan().outputs().table())
                                && users(review, user).allMatch(later -> filtersInTheEnd(review, later, filters))));
    }

    private static boolean counts(Aggregate inputs) {
        return inputs.calculations().stream().map(Calculation::kind).anyMatch(Kind.COUNT::equals);
    }

    private static boolean isOfEverything(PlanUnderReview review, Aggregate inputs) {
        var kinds = inputs.calculations().stream().map(Calculation::kind).toList();
        if (kinds.contains(Kind.PER_DAY) && inputs.fill() == null) {
            return false;
        }
        if (kinds.stream().noneMatch(OF_ALL_GROUPS::contains)) {
            return true;
        }
        // By which end a rank begins is what the rows are ordered by.
        var order = review.task().orderBy();
        var ranksAsAsked = !kinds.contains(Kind.RANK)
                || (inputs.orderBy().size() >= order.size()
                        && inputs.orderBy().subList(0, order.size()).equals(order));
        return ranksAsAsked
                && inputs.within() == null
                && inputs.needs().stream().allMatch(below -> isWhole(review, below));
    }

    private static boolean isWhole(PlanUnderReview review, StepId id) {
        return review.steps().filter(step -> step.id().equals(id)).allMatch(step -> switch (step.inputs()) {
            case Fetch fetch -> fetch.only() == null && !cuts(review, fetch);
            case Aggregate aggregate ->
                aggregate.within() == null
                        && aggregate.lead() == null
                        && !cuts(review, aggregate)
                        && aggregate.needs().stream().allMatch(below -> isWhole(review, below));
            case Compare compare ->
                !cuts(review, compare) && compare.needs().stream().allMatch(below -> isWhole(review, below));
            case Convert convert -> isWhole(review, convert.of());
            case Template _ -> true;
        });
    }
}
