package io.asktrail.gateway.limits;

import io.github.bucket4j.ConsumptionProbe;
import java.util.concurrent.TimeUnit;

/** What is left of a limit after somebody has taken from it, or could not. */
record Taken(Limit limit, ConsumptionProbe probe) {
    boolean allowed() {
        return probe.isConsumed();
    }

    /** As {@code RateLimit} writes it. */
    String state() {
        return "\"" + limit.name() + "\";r=" + Math.max(0, probe.getRemainingTokens()) + ";t="
                + seconds(probe.getNanosToWaitForReset());
    }

    /** After how many seconds it may be tried again. */
    long waitSeconds() {
        return Math.max(1, seconds(probe.getNanosToWaitForRefill()));
    }

    /** Rounded up, so that whoever waits that long is let in. */
    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
