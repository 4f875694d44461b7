package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Compare;
import io.asktrail.contracts.plan.StepInputs.Convert;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.plan.StepInputs.Template;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every number, group, calculation and row that the task asks for is in the plan; of which rows, see {@link ConditionsKept}. */
final class NothingDropped implements Rule<PlanUnderReview> {
    @Override
    public String id() {
        return "plan.nothing_dropped";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        return Stream.of(numbers(review), grouping(review), filters(review), calculations(review), rows(review))
                .flatMap(lost -> lost)
                .findFirst()
                .map("The plan leaves out %s, which was asked for."::formatted);
    }

    private static Stream<String> numbers(PlanUnderReview review) {
        var given = review.shapes().of(review.plan().outputs().table()).metrics();
        return review.task().metrics().stream()
                .filter(metric -> !given.contains(metric))
                .map(Object::toString);
    }

    private static Stream<String> grouping(PlanUnderReview review) {
        var given = review.shapes().of(review.plan().outputs().table()).grouping();
        var date = review.task().isSeries() ? Stream.of(TaskSpec.DATE) : Stream.<DimensionId>empty();
        return Stream.concat(review.task().groupBy().stream(), date)
                .filter(dimension -> !given.contains(dimension))
                .map(dimension -> "the grouping by " + dimension);
    }

    private static Stream<String> filters(PlanUnderReview review) {
        return review.task().filters().stream()
                .filter(filter -> review.registry().isMetric(filter.field()))
                .filter(filter -> !stands(review, filter))
                .map(filter -> "the condition on " + filter.field());
    }

    private static boolean stands(PlanUnderReview review, Filter filter) {
        return fetches(review).anyMatch(fetch -> fetch.filters().contains(filter))
                || review.calls(Aggregate.class)
                        .anyMatch(call -> call.inputs().filters().contains(filter));
    }

    private static Stream<String> calculations(PlanUnderReview review) {
        return review.task().calculations().stream()
                .filter(calculation -> review.calls(Aggregate.class)
                        .noneMatch(call -> call.inputs().calculations().contains(calculation)))
                .map(Calculation::kind)
                .map(kind -> kind.name().toLowerCase(java.util.Locale.ROOT));
    }

    // Of series the groups are counted before, and the points stand in the order of time.
    private static Stream<String> rows(PlanUnderReview review) {
        var task = review.task();
        if (task.isSeries() || counts(task)) {
            return Stream.empty();
        }
        return review.steps()
                .filter(step -> step.id().equals(review.plan().outputs().table()))
                .flatMap(step -> rows(task, limitOf(step.inputs()), orderOf(step.inputs())));
    }

    private static boolean counts(TaskSpec task) {
        return task.calculations().stream().anyMatch(calculation -> calculation.kind() == Calculation.Kind.COUNT);
    }

    private static Stream<String> rows(TaskSpec task, @Nullable Integer limit, List<Ordering> order) {
        var asked = task.orderBy();
        var limited =
                task.limit() != null && !task.limit().equals(limit) ? Stream.of("the limit") : Stream.<String>empty();
        var ordered =
                order.size() >= asked.size() && order.subList(0, asked.size()).equals(asked)
                        ? Stream.<String>empty()
                        : Stream.of("the order");
        return Stream.concat(limited, ordered);
    }

    private static @Nullable Integer limitOf(StepInputs inputs) {
        return switch (inputs) {
            case Fetch fetch -> fetch.limit();
            case Aggregate aggregate -> aggregate.limit();
            case Compare compare -> compare.limit();
            case Convert _, Template _ -> null;
        };
    }

    private static List<Ordering> orderOf(StepInputs inputs) {
        return switch (inputs) {
            case Fetch fetch -> fetch.orderBy();
            case Aggregate aggregate -> aggregate.orderBy();
            case Compare compare -> compare.orderBy();
            case Convert _, Template _ -> List.of();
        };
    }

    private static Stream<Fetch> fetches(PlanUnderReview review) {
        return review.calls(Fetch.class).map(call -> call.inputs());
    }
}
