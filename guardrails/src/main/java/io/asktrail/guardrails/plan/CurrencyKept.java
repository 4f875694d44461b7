package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.Convert;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.task.Conversion;
import io.asktrail.contracts.task.Grain;
import io.asktrail.guardrails.Rule;
import io.asktrail.guardrails.plan.PlanUnderReview.Call;
import io.asktrail.registry.metric.MetricDefinition;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every amount is shown in the currency that was asked for, at the rates of the days it is of: converted where it is read,
 * so that nothing is joined, picked or put in order by an amount in another currency. Nothing else is converted.
 */
final class CurrencyKept implements Rule<PlanUnderReview> {
    @Override
    public String id() {
        return "plan.currency";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        var asked = review.task().currency();
        if (asked == null) {
            return review.calls(Convert.class)
                    .findFirst()
                    .map(call -> "Step %s converts amounts, which nobody asked for."
                            .formatted(call.step().id()));
        }
        return Stream.concat(
                        review.calls(Convert.class)
                                .filter(call -> !isAsAsked(review, call.inputs(), asked))
                                .map(call -> "Step %s converts otherwise than was asked."
                                        .formatted(call.step().id())),
                        review.calls(Fetch.class)
                                .filter(call -> isForeign(review, call, asked))
                                .filter(call -> !isConverted(review, call.step()))
                                .map(call -> "Step %s reads amounts that are not shown in %s."
                                        .formatted(call.step().id(), asked.to())))
                .findFirst();
    }

    private static boolean isAsAsked(PlanUnderReview review, Convert convert, Conversion asked) {
        return convert.to().equals(asked.to())
                && (asked.policy() == null || asked.policy() == convert.policy())
                && review.calls(Fetch.class)
                        .filter(call -> call.step().id().equals(convert.of()))
                        .anyMatch(call -> isOfItsDays(call.inputs(), convert));
    }

    private static boolean isOfItsDays(Fetch fetch, Convert convert) {
        return fetch.dateRange().equals(convert.days())
                && fetch.limit() == null
                && switch (convert.policy()) {
                    case DAILY -> fetch.grain() == Grain.DAY;
                    case PERIOD_AVERAGE -> fetch.grain() == convert.grain();
                };
    }

    private static boolean isForeign(PlanUnderReview review, Call<Fetch> call, Conversion asked) {
        return call.inputs().metrics().stream().anyMatch(metric -> isForeign(review, metric, asked));
    }

    private static boolean isForeign(PlanUnderReview review, MetricId metric, Conversion asked) {
        return review.registry()
                .findMetric(metric)
                .flatMap(MetricDefinition::currency)
                .filter(kept -> !kept.equals(asked.to()))
                .isPresent();
    }

    private static boolean isConverted(PlanUnderReview review, Step fetch) {
        var users = review.steps()
                .filter(step -> step.inputs().needs().contains(fetch.id()))
                .toList();
        return !users.isEmpty() && users.stream().allMatch(user -> user.inputs() instanceof Convert);
    }
}
