package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Compare;
import io.asktrail.contracts.plan.StepInputs.Convert;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.plan.StepInputs.Template;
import io.asktrail.guardrails.Rule;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rows of one period meet rows of the same period; only a comparison puts two side by side, the one that is asked about
 * first. What is shown is of the period that is asked about, beside the other if that was asked for.
 */
final class PeriodsKept implements Rule<PlanUnderReview> {
    private enum Of {
        ASKED,
        COMPARED,
        BOTH
    }

    @Override
    public String id() {
        return "plan.periods";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        var compare = review.task().compare();
        if (compare == null) {
            return Optional.empty();
        }
        var period = review.task().period();
        var asked = new DateRange(period.start(), period.end());
        var compared = new DateRange(compare.start(), compare.end());
        Map<StepId, Set<Of>> periods = new HashMap<>();
        for (var step : review.plan().steps()) {
            var found = periodsOf(step, asked, compared, periods);
            if (found.size() > 1) {
                return Optional.of("Step %s mixes the two periods.".formatted(step.id()));
            }
            periods.put(step.id(), found);
        }
        return periods.getOrDefault(review.plan().outputs().table(), Set.of()).equals(Set.of(Of.BOTH))
                ? Optional.empty()
                : Optional.of("The plan leaves out the comparison, which was asked for.");
    }

    private static Set<Of> periodsOf(Step step, DateRange asked, DateRange compared, Map<StepId, Set<Of>> before) {
        return switch (step.inputs()) {
            case Fetch fetch -> periodsOf(fetch.dateRange(), asked, compared);
            case Template _ -> EnumSet.of(Of.ASKED);
            case Aggregate aggregate ->
                together(
                        Stream.of(Optional.of(aggregate.left()), Optional.ofNullable(aggregate.right()))
                                .flatMap(Optional::stream),
                        before);
            case Convert convert -> together(Stream.of(convert.of()), before);
            case Compare inputs ->
                Set.of(Of.ASKED).containsAll(before.getOrDefault(inputs.current(), Set.of()))
                                && Set.of(Of.COMPARED).containsAll(before.getOrDefault(inputs.previous(), Set.of()))
                        ? EnumSet.of(Of.BOTH)
                        : EnumSet.allOf(Of.class);
        };
    }

    // A number over all time belongs to the period that it ends with; where both end on one day, to either.
    private static Set<Of> periodsOf(DateRange read, DateRange asked, DateRange compared) {
        if (read.equals(asked)) {
            return EnumSet.of(Of.ASKED);
        }
        if (read.equals(compared)) {
            return EnumSet.of(Of.COMPARED);
        }
        if (asked.end().equals(compared.end())) {
            return EnumSet.noneOf(Of.class);
        }
        return EnumSet.of(read.end().equals(compared.end()) ? Of.COMPARED : Of.ASKED);
    }

    private static Set<Of> together(Stream<StepId> steps, Map<StepId, Set<Of>> before) {
        var all = EnumSet.noneOf(Of.class);
        steps.forEach(step -> all.addAll(before.getOrDefault(step, Set.of())));
        return all;
    }
}
