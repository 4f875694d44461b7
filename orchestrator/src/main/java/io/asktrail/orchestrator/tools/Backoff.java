package io.asktrail.orchestrator.tools;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a repetition: anything up to a bound that doubles (full jitter), so that callers who failed
 * together do not come back together.
 */
final class Backoff {
    /** With less time left than this a repetition cannot end well. */
    static final Duration WORTHWHILE = Duration.ofMillis(20);

    private static final int DOUBLINGS = 10;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;

    Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** @param attempt the one that is to come: 2 for the first repetition */
    Duration before(int attempt) {
        var bound = Math.min(longest.toMillis(), first.toMillis() << Math.min(DOUBLINGS, attempt - 2));
        return Duration.ofMillis(random.nextLong(bound + 1));
    }
}
