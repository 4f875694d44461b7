package io.asktrail.guardrails.plan;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Compare;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.guardrails.WordedRule;
import io.asktrail.guardrails.saying.GuardSaying;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The caller may see every metric and dimension that is asked for, read or worked out, and everything those metrics
 * are worked out from: who may see profit and sales can tell the cost.
 */
final class AccessAllowed implements WordedRule<PlanUnderReview> {
    @Override
    public String id() {
        return "plan.access";
    }

    @Override
    public Optional<Said> said(PlanUnderReview review) {
        if (!review.access().allRegions() && review.access().regions().isEmpty()) {
            return Optional.of(Said.of(GuardSaying.NO_REGION));
        }
        return closedMetrics(review)
                .findFirst()
                .map(metric -> Said.of(GuardSaying.CLOSED).metric(metric))
                .or(() -> closedDimensions(review)
                        .findFirst()
                        .map(dimension -> Said.of(GuardSaying.CLOSED).dimension(dimension)))
                .or(() -> probed(review)
                        .filter(review.access().masked()::contains)
                        .findFirst()
                        .map(dimension -> Said.of(GuardSaying.HIDDEN_VALUES).dimension(dimension)));
    }

    @Override
    public Wording inEnglish(PlanUnderReview review) {
        return new Wording(review.registry(), Language.ENGLISH);
    }

    private static Stream<MetricId> closedMetrics(PlanUnderReview review) {
        var named =
                new TreeSet<>(NamedFields.of(review.task(), review.registry()).metrics());
        review.calls(Fetch.class)
                .forEach(call -> named.addAll(ofFetch(review, call.inputs()).metrics()));
        review.calls(Aggregate.class).forEach(call -> named.addAll(workedOut(review, call.inputs())));
        review.calls(Compare.class).forEach(call -> named.addAll(call.inputs().metrics()));
        return review.withInputs(named.stream()).stream()
                .filter(metric -> !review.access().metrics().contains(metric));
    }

    private static NamedFields ofFetch(PlanUnderReview review, Fetch fetch) {
        return NamedFields.of(fetch, review.registry());
    }

    private static Set<MetricId> workedOut(PlanUnderReview review, Aggregate inputs) {
        var named = new TreeSet<>(inputs.select());
        inputs.formulas()
                .forEach(
                        text -> NamedFormula.parse(text).map(NamedFormula::name).ifPresent(named::add));
        inputs.calculations().stream()
                .map(Calculation::metric)
                .filter(Objects::nonNull)
                .forEach(named::add);
        fields(inputs)
                .filter(review.registry()::isMetric)
                .map(FieldId::asMetric)
                .forEach(named::add);
        return named;
    }

    private static Stream<DimensionId> closedDimensions(PlanUnderReview review) {
        var asked = NamedFields.of(review.task(), review.registry()).dimensions().stream();
        var read = review.calls(Fetch.class).flatMap(call -> ofFetch(review, call.inputs()).dimensions().stream());
        return Stream.concat(asked, read)
                .filter(dimension -> !review.access().dimensions().contains(dimension));
    }

    private static Stream<DimensionId> probed(PlanUnderReview review) {
        return Stream.of(
                        NamedFields.of(review.task(), review.registry()).probed().stream(),
                        review.calls(Fetch.class).flatMap(call -> ofFetch(review, call.inputs()).probed().stream()),
                        Stream.concat(
                                        review.calls(Aggregate.class).flatMap(call -> fields(call.inputs())),
                                        review.calls(Compare.class)
                                                .flatMap(call -> call.inputs().orderBy().stream())
                                                .map(Ordering::field))
                                .filter(review.registry()::isDimension)
                                .map(FieldId::asDimension))
                .flatMap(dimensions -> dimensions);
    }

    private static Stream<FieldId> fields(Aggregate inputs) {
        return Stream.concat(
                inputs.filters().stream().map(Filter::field),
                inputs.orderBy().stream().map(Ordering::field));
    }
}
