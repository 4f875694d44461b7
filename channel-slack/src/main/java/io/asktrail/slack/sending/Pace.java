package io.asktrail.slack.sending;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When Slack has said "not so often" to one caller of a method, all callers of that method wait as long as it said. */
final class Pace {
    private final Map<String, Long> restsUntil = new ConcurrentHashMap<>();

    void rest(String method, Duration pause) {
        restsUntil.merge(method, System.nanoTime() + pause.toNanos(), (one, other) -> one - other > 0 ? one : other);
    }

    /** How long the method is still to be left alone; not positive if it may be called. */
    Duration wait(String method) {
        var until = restsUntil.get(method);
        return until == null ? Duration.ZERO : Duration.ofNanos(until - System.nanoTime());
    }
}
