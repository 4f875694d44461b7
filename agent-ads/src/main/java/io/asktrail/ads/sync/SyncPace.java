package io.asktrail.ads.sync;

import java.time.Duration;

/**
 * How patient the sync is.
 *
 * @param firstLook how long after a round of looking at reports that are being made the next one follows; doubled each time
 * @param longestLook at most
 * @param patience how long a run waits for reports; the next run finds those that are not ready by then
 * @param firstRetry how long after its first failure a report is asked for again; doubled each time
 * @param longestRetry at most: so a report that never comes costs Amazon and the log a few calls a day, until its days
 *     are older than Amazon keeps them
 */
public record SyncPace(
        Duration firstLook, Duration longestLook, Duration patience, Duration firstRetry, Duration longestRetry) {
    public static final SyncPace USUAL = new SyncPace(
            Duration.ofMillis(250),
            Duration.ofSeconds(30),
            Duration.ofMinutes(50),
            Duration.ofMinutes(1),
            Duration.ofHours(6));

    public SyncPace {
        if (firstLook.isNegative() || firstLook.isZero() || firstRetry.isNegative() || patience.isNegative()) {
            throw new IllegalArgumentException("the pauses of the sync must be longer than nothing");
        }
    }

    Duration beforeLook(int looksBefore) {
        return doubled(firstLook, looksBefore, longestLook);
    }

    Duration beforeRetry(int failuresBefore) {
        return doubled(firstRetry, failuresBefore, longestRetry);
    }

    private static Duration doubled(Duration first, int times, Duration longest) {
        var pause = first.multipliedBy(1L << Math.min(times, 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
