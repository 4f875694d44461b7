package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.Rule;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The caller may see every metric and dimension that is asked for or read. A metric that stands only inside one that
 * is permitted may be read for it: profit may be open where its cost is not.
 */
final class AccessAllowed implements Rule<PlanUnderReview> {
    @Override
    public String id() {
        return "plan.access";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        if (!review.access().allRegions() && review.access().regions().isEmpty()) {
            return Optional.of("Your access opens no region's rows: ask an administrator for one.");
        }
        return metrics(review)
                .map(Object::toString)
                .findFirst()
                .or(() -> dimensions(review).map(Object::toString).findFirst())
                .map("You may not see %s: ask an administrator, or leave it out."::formatted);
    }

    private static Stream<MetricId> metrics(PlanUnderReview review) {
        var task = review.task();
        var permitted = review.access().metrics();
        var asked = Stream.of(
                        task.metrics().stream(),
                        task.scopes().stream().flatMap(scope -> scope.metrics().stream()),
                        task.calculations().stream().map(Calculation::metric).filter(Objects::nonNull),
                        fields(task).filter(review.registry()::isMetric).map(FieldId::asMetric))
                .flatMap(metrics -> metrics)
                .distinct()
                .toList();
        var readable = review.withInputs(asked.stream().filter(permitted::contains));
        var read = review.calls(Fetch.class)
                .flatMap(call -> call.inputs().metrics().stream())
                .filter(metric -> !readable.contains(metric));
        return Stream.concat(asked.stream(), read).filter(metric -> !permitted.contains(metric));
    }

    private static Stream<DimensionId> dimensions(PlanUnderReview review) {
        var task = review.task();
        var asked = Stream.of(
                        task.groupBy().stream(),
                        task.entities().kept().keySet().stream(),
                        task.scopes().stream().flatMap(scope -> scope.entities().kept().keySet().stream()),
                        task.calculations().stream().map(Calculation::of).filter(Objects::nonNull),
                        fields(task).filter(review.registry()::isDimension).map(FieldId::asDimension))
                .flatMap(dimensions -> dimensions);
        var read = review.calls(Fetch.class).flatMap(call -> call.inputs().groupBy().stream());
        return Stream.concat(asked, read)
                .filter(dimension -> !review.access().dimensions().contains(dimension));
    }

    private static Stream<FieldId> fields(TaskSpec task) {
        return Stream.concat(
                task.filters().stream().map(Filter::field),
                task.orderBy().stream().map(Ordering::field));
    }
}
