package io.asktrail.orchestrator.asking;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/**
 * Picks those who are sent away at once, because most of them would be sent away further inside, where it costs as much as a
 * small answer: adaptive throttling as in <i>Site Reliability Engineering</i>, chapter 21. Of {@code requests} in the last
 * second of which {@code accepts} were let in, {@code (requests - K * accepts) / (requests + 1)} are picked. Those whose answer
 * is at hand are let in always, so that where all are, nobody is picked.
 */
final class AdaptiveThrottle {
    /** So many come inside for each that is let in: enough to fill each place, and to notice when there are more places. */
    private static final double K = 1.25;

    /** Of the counts, at each look: with twenty looks a second what was counted a second ago weighs an eighth. */
    private static final double KEPT = 0.9;

    private final DoubleSupplier chance;
    private final LongAdder came = new LongAdder();
    private final LongAdder sentAway = new LongAdder();
    private double requests;
    private double accepts;
    private volatile double part;

    /** @param chance a number from 0 to 1, another one at each call */
    AdaptiveThrottle(DoubleSupplier chance) {
        this.chance = chance;
    }

    void came() {
        came.increment();
    }

    /** At once or further inside. */
    void sentAway() {
        sentAway.increment();
    }

    boolean picks() {
        var now = part;
        return now > 0 && chance.getAsDouble() < now;
    }

    /**
     * Looks at the counts; called by one thread, twenty times a second.
     *
     * @param overloaded whether anybody may be picked
     */
    void look(boolean overloaded) {
        var more = came.sumThenReset();
        requests = requests * KEPT + more;
        accepts = accepts * KEPT + Math.max(0, more - sentAway.sumThenReset());
        part = overloaded ? Math.max(0, (requests - K * accepts) / (requests + 1)) : 0;
    }
}
