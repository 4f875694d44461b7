package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Compare;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.guardrails.Rule;
import io.asktrail.guardrails.plan.PlanUnderReview.Call;
import io.asktrail.registry.metric.Derivation.Derived;
import io.asktrail.registry.metric.Derivation.FirstAvailable;
import io.asktrail.registry.metric.Derivation.Measured;
import io.asktrail.registry.metric.Derivation.Ratio;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Formulas are the registry's own, over columns that are there; so are filters, orderings and what is kept. */
final class FormulasGrounded implements Rule<PlanUnderReview> {
    @Override
    public String id() {
        return "plan.formulas";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        var shapes = review.shapes();
        return Stream.concat(
                        review.calls(Aggregate.class).flatMap(call -> objection(review, shapes, call).stream()),
                        review.calls(Compare.class).flatMap(call -> objection(shapes, call).stream()))
                .findFirst();
    }

    private static Optional<String> objection(PlanUnderReview review, Shapes shapes, Call<Aggregate> call) {
        var known = new TreeSet<>(shapes.inputMetrics(call.inputs()));
        for (var text : call.inputs().formulas()) {
            var named = NamedFormula.parse(text);
            if (named.isEmpty() || !isOfTheRegistry(review, named.get())) {
                return Optional.of("Step %s works out '%s', which is no formula of the registry."
                        .formatted(call.step().id(), text));
            }
            if (!known.containsAll(named.get().formula().references())) {
                return Optional.of("Step %s works out '%s' from numbers it does not have."
                        .formatted(call.step().id(), text));
            }
            known.add(named.get().name());
        }
        return unknown(review, call.inputs(), known)
                .map(name -> "Step %s uses %s, which it does not have."
                        .formatted(call.step().id(), name));
    }

    private static boolean isOfTheRegistry(PlanUnderReview review, NamedFormula named) {
        return review.registry()
                .findMetric(named.name())
                .map(metric -> switch (metric.derivation()) {
                    case Measured _ -> false;
                    case Ratio(var formula) -> formula.equals(named.formula());
                    case Derived(var formula) -> formula.equals(named.formula());
                    case FirstAvailable(var candidates) ->
                        candidates.stream()
                                .map(MetricId::value)
                                .anyMatch(named.formula().text()::equals);
                })
                .orElse(false);
    }

    private static Optional<MetricId> unknown(PlanUnderReview review, Aggregate inputs, Set<MetricId> known) {
        return Stream.of(
                        inputs.select().stream(),
                        inputs.filters().stream().map(Filter::field).map(field -> field.asMetric()),
                        inputs.orderBy().stream()
                                .map(Ordering::field)
                                .filter(review.registry()::isMetric)
                                .map(field -> field.asMetric()))
                .flatMap(metrics -> metrics)
                .filter(metric -> !known.contains(metric))
                .findFirst();
    }

    private static Optional<String> objection(Shapes shapes, Call<Compare> call) {
        var inputs = call.inputs();
        return inputs.metrics().stream()
                .filter(metric -> !shapes.of(inputs.current()).metrics().contains(metric)
                        || !shapes.of(inputs.previous()).metrics().contains(metric))
                .findFirst()
                .map(metric -> "Step %s compares %s, which one of the periods does not have."
                        .formatted(call.step().id(), metric));
    }
}
