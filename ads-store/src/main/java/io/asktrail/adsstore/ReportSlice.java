package io.asktrail.adsstore;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days of one report that are replaced together.
 *
 * @param profileId whose account
 * @param last inclusive
 * @param origin where the rows come from
 * @param askedOn the day, at the profile's place, when Amazon was asked: what it says of a young day may still move. Null
 *     where the rows are final, or nobody knows
 */
public record ReportSlice(
        long profileId,
        AdsReport report,
        LocalDate first,
        LocalDate last,
        Origin origin,
        @Nullable LocalDate askedOn) {
    /** Of rows that are final, or of unknown age. */
    public ReportSlice(long profileId, AdsReport report, LocalDate first, LocalDate last, Origin origin) {
        this(profileId, report, first, last, origin, null);
    }

    public ReportSlice {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "a slice cannot end on %s before it begins on %s".formatted(last, first));
        }
    }

    /** Where a day's rows come from. A day that Amazon's API gave is not overwritten by what somebody exported. */
    public enum Origin {
        API,
        IMPORT,
        DEMO;

        String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    boolean yieldsToTheApi() {
        return origin == Origin.IMPORT;
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
