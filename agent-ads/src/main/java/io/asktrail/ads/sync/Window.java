package io.asktrail.ads.sync;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days that are asked for in one report; both ends inclusive. */
record Window(LocalDate first, LocalDate last) {
    /** What Amazon gives in one report, at most. */
    static final int LONGEST = 31;

    Window {
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= LONGEST) {
            throw new IllegalArgumentException(
                    "a report is of 1 to %d days, not of %s to %s".formatted(LONGEST, first, last));
        }
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
