package io.asktrail.guardrails.plan;

import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.guardrails.WordedRule;
import io.asktrail.guardrails.plan.PlanUnderReview.Call;
import io.asktrail.guardrails.saying.GuardSaying;
import io.asktrail.registry.metric.Derivation.Measured;
import io.asktrail.registry.metric.Window;
import io.asktrail.registry.wording.Said;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The days are few enough, have begun, and are the days that were asked for. */
final class TimeRange implements WordedRule<PlanUnderReview> {
    static final long MOST_DAYS = 1_100;

    @Override
    public String id() {
        return "plan.time_range";
    }

    @Override
    public Optional<Said> said(PlanUnderReview review) {
        var asked = asked(review);
        return asked.stream()
                .filter(range -> days(range) > MOST_DAYS)
                .map(range -> of(GuardSaying.PERIOD_TOO_LONG, range)
                        .number(days(range))
                        .number(MOST_DAYS))
                .findFirst()
                .or(() -> asked.stream()
                        .filter(range -> range.start().isAfter(review.today()))
                        .map(range -> of(GuardSaying.PERIOD_NOT_BEGUN, range))
                        .findFirst());
    }

    private static Said of(GuardSaying saying, DateRange range) {
        return Said.of(saying).day(range.start()).day(range.end());
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        return WordedRule.super.objection(review).or(() -> toStep(review));
    }

    private static Optional<String> toStep(PlanUnderReview review) {
        var asked = asked(review);
        return review.calls(Fetch.class)
                .filter(call -> !isAsked(review, call, asked))
                .map(call -> "Step %s reads %s, which nobody asked for."
                        .formatted(call.step().id(), call.inputs().dateRange()))
                .findFirst();
    }

    private static List<DateRange> asked(PlanUnderReview review) {
        var ranges = new ArrayList<DateRange>();
        var period = review.task().period();
        ranges.add(new DateRange(period.start(), period.end()));
        var compare = review.task().compare();
        if (compare != null) {
            ranges.add(new DateRange(compare.start(), compare.end()));
        }
        return ranges;
    }

    private static boolean isAsked(PlanUnderReview review, Call<Fetch> call, List<DateRange> asked) {
        var range = call.inputs().dateRange();
        return asked.contains(range)
                || isHistory(review, range)
                || (readsToDate(review, call.inputs())
                        && asked.stream().anyMatch(other -> other.end().equals(range.end())));
    }

    // What is to come is worked out from what has been, up to the last day that was asked for.
    private static boolean isHistory(PlanUnderReview review, DateRange range) {
        return review.task().calculations().stream().anyMatch(calculation -> calculation.kind() == Kind.FORECAST)
                && range.end().equals(review.task().period().end())
                && days(range) <= Calculation.FORECAST_HISTORY_DAYS;
    }

    // A lifetime value begins with the first order, long before the period does.
    private static boolean readsToDate(PlanUnderReview review, Fetch fetch) {
        return fetch.metrics().stream()
                .allMatch(metric -> review.registry()
                        .findMetric(metric)
                        .filter(found ->
                                found.derivation() instanceof Measured measured && measured.window() == Window.TO_DATE)
                        .isPresent());
    }

    private static long days(DateRange range) {
        return ChronoUnit.DAYS.between(range.start(), range.end()) + 1;
    }
}
