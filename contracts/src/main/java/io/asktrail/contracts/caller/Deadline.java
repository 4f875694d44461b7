package io.asktrail.contracts.caller;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The moment after which nobody waits for the result any more. Crosses processes as the time that is left. */
public record Deadline(Instant at) {
    public static Deadline in(Duration time, Clock clock) {
        return new Deadline(clock.instant().plus(time));
    }

    /** The time that is left, never negative. */
    public Duration remaining(Clock clock) {
        var left = Duration.between(clock.instant(), at);
        return left.isNegative() ? Duration.ZERO : left;
    }

    public boolean hasPassed(Clock clock) {
        return !clock.instant().isBefore(at);
    }
}
