package io.asktrail.ads.amazon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Goes on when it is told to. */
final class SteppedClock extends Clock {
    private final Clock start;
    private Duration gone = Duration.ZERO;

    SteppedClock(Clock start) {
        this.start = start;
    }

    void forward(Duration step) {
        gone = gone.plus(step);
    }

    @Override
    public ZoneId getZone() {
        return start.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(start.withZone(zone), gone);
    }

    @Override
    public Instant instant() {
        return start.instant().plus(gone);
    }
}
