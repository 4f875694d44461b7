package io.asktrail.demo.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** So many calls in any minute; those that were refused do not count. */
final class Budget {
    private static final Duration SPAN = Duration.ofMinutes(1);

    private final int perMinute;
    private final Deque<Long> spent = new ArrayDeque<>();

    Budget(int perMinute) {
        this.perMinute = perMinute;
    }

    /** How long to wait before the next call will be answered; empty where this one is. */
    synchronized Optional<Duration> spend() {
        if (perMinute == 0) {
            return Optional.empty();
        }
        long now = System.nanoTime();
        while (!spent.isEmpty() && now - spent.peekFirst() >= SPAN.toNanos()) {
            spent.removeFirst();
        }
        if (spent.size() >= perMinute) {
            return Optional.of(Duration.ofNanos(spent.getFirst() + SPAN.toNanos() - now));
        }
        spent.addLast(now);
        return Optional.empty();
    }
}
