package io.asktrail.guardrails.plan;

import io.asktrail.guardrails.Rule;
import java.time.Duration;
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
        return PlanGuard.COST;
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        var estimate = PlanEstimate.of(review.plan(), review.registry(), review.holdings());
        var wait = Duration.ofMillis(estimate.waiting().usual());
        if (wait.compareTo(MOST_WAIT) > 0) {
            return Optional.of("The plan would take about %d s: at most %d s are spent on a question. Ask for less."
                    .formatted(wait.toSeconds(), MOST_WAIT.toSeconds()));
        }
        return estimate.days() <= MOST_DAYS_READ
                ? Optional.empty()
                : Optional.of("The plan reads %d days of rows: at most %d are read for a question. Ask for a shorter"
                                .formatted(estimate.days(), MOST_DAYS_READ)
                        + " period, or for fewer numbers.");
    }
}
