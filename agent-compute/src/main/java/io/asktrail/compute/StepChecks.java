package io.asktrail.compute;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.StepResult.Missing;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.formula.Formula;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a step asks for that has no meaning. The planner asks for none of it; a plan may come from elsewhere. */
record StepChecks(StepInputs.Aggregate inputs, Map<MetricId, Formula> formulas, Vocabulary vocabulary) {
    Optional<Missing> objection() {
        return new FormulaUnits(vocabulary.registry())
                .objection(formulas)
                .map(reason -> new Missing(ErrorCode.PLAN_REJECTED, reason))
                .or(() -> perDay().or(this::share)
                        .or(this::forecast)
                        .or(this::others)
                        .or(this::pivot)
                        .map(reason -> new Missing(ErrorCode.NOT_SUPPORTED_YET, reason)));
    }

    private Optional<String> perDay() {
        return find(Kind.PER_DAY)
                .filter(_ -> inputs.fill() == null)
                .map(_ -> "How many days the rows stand for is not known, so there is no average per day.");
    }

    private Optional<String> share() {
        return inputs.calculations().stream()
                .filter(calculation -> calculation.kind() == Kind.SHARE_OF_TOTAL)
                .map(calculation -> Objects.requireNonNull(calculation.metric()))
                .filter(metric -> !vocabulary.isAdditive(metric))
                .findFirst()
                .map(metric -> "%s does not add up to a whole, so no row has a share of it."
                        .formatted(vocabulary.labelOf(metric)));
    }

    private Optional<String> forecast() {
        return find(Kind.FORECAST).flatMap(forecast -> {
            var metric = forecast.metric();
            if (metric == null || forecast.horizonDays() == null) {
                return Optional.of("A forecast needs a metric and how many days it looks ahead (horizon_days).");
            }
            return inputs.fill() != null && inputs.grain() == Grain.DAY && vocabulary.isAdditive(metric)
                    ? Optional.empty()
                    : Optional.of("A forecast is made of sums by day, and %s is not given as such."
                            .formatted(vocabulary.labelOf(metric)));
        });
    }

    private Optional<String> others() {
        return find(Kind.OTHERS)
                .filter(_ -> inputs.limit() == null)
                .map(_ -> "The others are who stands below a limit: say how many are to have a row of their own.");
    }

    private Optional<String> pivot() {
        return find(Kind.PIVOT)
                .filter(pivot -> pivot.metric() == null || pivot.of() == null)
                .map(_ -> "A pivot needs a metric and the dimension whose members become columns (of).");
    }

    private Optional<Calculation> find(Kind kind) {
        return inputs.calculations().stream()
                .filter(calculation -> calculation.kind() == kind)
                .findFirst();
    }
}
