package io.asktrail.guardrails.plan;

import io.asktrail.guardrails.WordedRule;
import io.asktrail.guardrails.saying.GuardSaying;
import io.asktrail.registry.wording.Said;
import java.time.Duration;
import java.util.Optional;

/**
 * What a question costs is bounded before anything runs: the wait along its longest chain of steps, by the tools' own
 * hints, and the days that its steps read in all.
 */
final class CostBounded implements WordedRule<PlanUnderReview> {
    static final Duration MOST_WAIT = Duration.ofSeconds(20);
    static final long MOST_DAYS_READ = 12_000;

    @Override
    public String id() {
        return PlanGuard.COST;
    }

    @Override
    public Optional<Said> said(PlanUnderReview review) {
        var estimate = PlanEstimate.of(review.plan(), review.registry(), review.holdings());
        var wait = Duration.ofMillis(estimate.waiting().usual());
        if (wait.compareTo(MOST_WAIT) > 0) {
            return Optional.of(Said.of(GuardSaying.TOO_LONG_A_WAIT)
                    .number(wait.toSeconds())
                    .number(MOST_WAIT.toSeconds()));
        }
        return estimate.days() <= MOST_DAYS_READ
                ? Optional.empty()
                : Optional.of(Said.of(GuardSaying.TOO_MANY_DAYS_READ)
                        .number(estimate.days())
                        .number(MOST_DAYS_READ));
    }
}
