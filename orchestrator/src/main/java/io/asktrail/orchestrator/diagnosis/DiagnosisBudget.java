package io.asktrail.orchestrator.diagnosis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one diagnosis may cost.
 *
 * @param rounds how often it may plan again
 * @param steps calls of tools, over all rounds
 * @param time for looking; the rest of the caller's time is for working out and writing
 * @param reserve what is always left of the caller's time for that
 */
@ConfigurationProperties("asktrail.orchestrator.diagnosis")
record DiagnosisBudget(
        @DefaultValue("6") int rounds,
        @DefaultValue("100") int steps,
        @DefaultValue("15s") Duration time,
        @DefaultValue("1s") Duration reserve) {
    DiagnosisBudget {
        if (rounds < 1 || steps < 1) {
            throw new IllegalArgumentException("a diagnosis without a round or a step finds nothing");
        }
    }
}
