package io.asktrail.orchestrator.diagnosis;

import java.time.Duration;

/**
 * What one diagnosis may cost.
 *
 * @param rounds how often it may plan again
 * @param steps calls of tools, over all rounds
 * @param time for looking; the rest of the caller's time is for working out and writing
 * @param reserve what is always left of the caller's time for that
 */
public record DiagnosisBudget(int rounds, int steps, Duration time, Duration reserve) {
    public DiagnosisBudget {
        if (rounds < 1 || steps < 1) {
            throw new IllegalArgumentException("a diagnosis without a round or a step finds nothing");
        }
    }
}
