package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import io.asktrail.guardrails.Rule;
import io.asktrail.registry.Registry;
import io.asktrail.registry.Unit;
import io.asktrail.registry.formula.Quantity;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** Formulas add like to like, and a number is held against numbers of its own unit: 40 % is 0.4, not 40. */
final class UnitsAgree implements Rule<PlanUnderReview> {
    /** 1,000 %: whoever writes more has meant per cent. */
    private static final BigDecimal MOST_OF_A_RATE = BigDecimal.TEN;

    @Override
    public String id() {
        return "plan.units";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        var formulas = review.calls(Aggregate.class)
                .flatMap(call -> call.inputs().formulas().stream())
                .flatMap(text -> formula(text, review.registry()).stream());
        var filters = Stream.of(
                        review.task().filters().stream(),
                        review.calls(Fetch.class).flatMap(call -> call.inputs().filters().stream()),
                        review.calls(Aggregate.class).flatMap(call -> call.inputs().filters().stream()))
                .flatMap(all -> all)
                .flatMap(filter -> filter(filter, review.registry()).stream());
        return Stream.concat(formulas, filters).findFirst();
    }

    private static Optional<String> formula(String text, Registry registry) {
        var named = NamedFormula.parse(text);
        // A name that is unknown is said by plan.formulas.
        if (named.isEmpty() || !named.get().formula().references().stream().allMatch(registry.metrics()::containsKey)) {
            return Optional.empty();
        }
        try {
            Quantity.of(named.get().formula(), metric -> quantity(metric, registry));
            return Optional.empty();
        } catch (Quantity.Mismatch mismatch) {
            return Optional.of("In '%s' %s.".formatted(text, mismatch.getMessage()));
        }
    }

    private static Quantity quantity(MetricId metric, Registry registry) {
        return Quantity.of(registry.metric(metric).unit());
    }

    private static Optional<String> filter(Filter filter, Registry registry) {
        if (!registry.isMetric(filter.field()) || filter.op() == Operator.IS_NULL) {
            return Optional.empty();
        }
        if (!(filter.value() instanceof FilterValue.Numeric(var number))) {
            return Optional.of("%s is a number and is compared with something else.".formatted(filter.field()));
        }
        return registry.metric(filter.field().asMetric()).unit() instanceof Unit.Percent
                        && number.abs().compareTo(MOST_OF_A_RATE) > 0
                ? Optional.of("%s is a fraction and is compared with %s: 40 %% is 0.4."
                        .formatted(filter.field(), number.toPlainString()))
                : Optional.empty();
    }
}
