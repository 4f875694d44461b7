package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.guardrails.Rule;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a question costs is bounded before anything runs: the wait along its longest chain of steps, by the tools' own
 * hints, and the days that its steps read in all.
 */
final class CostBounded implements Rule<PlanUnderReview> {
    static final Duration MOST_WAIT = Duration.ofSeconds(20);
    static final long MOST_DAYS_READ = 12_000;

    @Override
    public String id() {
        return "plan.cost";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        var wait = wait(review);
        if (wait.compareTo(MOST_WAIT) > 0) {
            return Optional.of("The plan would take about %d s: at most %d s are spent on a question. Ask for less."
                    .formatted(wait.toSeconds(), MOST_WAIT.toSeconds()));
        }
        var days = review.calls(Fetch.class).mapToLong(call -> days(call.inputs())).sum();
        return days <= MOST_DAYS_READ
                ? Optional.empty()
                : Optional.of("The plan reads %d days of rows: at most %d are read for a question. Ask for a shorter"
                        .formatted(days, MOST_DAYS_READ)
                        + " period, or for fewer numbers.");
    }

    private static Duration wait(PlanUnderReview review) {
        Map<StepId, Long> doneAt = new HashMap<>();
        review.steps().forEach(step -> {
            var begins = step.inputs().needs().stream()
                    .mapToLong(need -> doneAt.getOrDefault(need, 0L))
                    .max()
                    .orElse(0);
            doneAt.put(step.id(), begins + latency(review, step));
        });
        return Duration.ofMillis(
                doneAt.values().stream().mapToLong(Long::longValue).max().orElse(0));
    }

    private static long latency(PlanUnderReview review, Step step) {
        var tool = review.registry().tools().get(step.tool().tool());
        return tool == null ? 0 : tool.latencyHintMs();
    }

    // A number over all time begins at the beginning of time; the source has not that many days.
    private static long days(Fetch fetch) {
        var range = fetch.dateRange();
        return Math.min(ChronoUnit.DAYS.between(range.start(), range.end()) + 1, TimeRange.MOST_DAYS);
    }
}
