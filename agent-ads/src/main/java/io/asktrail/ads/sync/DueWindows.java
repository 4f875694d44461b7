package io.asktrail.ads.sync;

import io.asktrail.adsstore.AdsReport;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which days of a report have to be fetched: those that Amazon still gives and never gave, and those of which it may have
 * said something new since it was asked.
 *
 * @param askedOn the days that Amazon's API gave, with the day when it was asked
 * @param today at the profile's place; its own figures are not over
 */
record DueWindows(AdsReport report, LocalDate today, Map<LocalDate, LocalDate> askedOn) {
    DueWindows {
        askedOn = Map.copyOf(askedOn);
    }

    /**
     * The fewest reports that hold all due days, newest first, as these are what people ask about.
     *
     * @param ordered days that are under way already, or that wait until they are tried again: no window reaches over them
     */
    List<Window> outside(Predicate<LocalDate> ordered) {
        var windows = new ArrayList<Window>();
        @Nullable LocalDate last = null;
        @Nullable LocalDate first = null;
        for (var day = today.minusDays(1); !day.isBefore(oldest()); day = day.minusDays(1)) {
            boolean taken = ordered.test(day);
            if (last != null && (taken || ChronoUnit.DAYS.between(day, last) >= Window.LONGEST)) {
                windows.add(new Window(Objects.requireNonNull(first), last));
                last = null;
            }
            if (!taken && isDue(day)) {
                last = last == null ? day : last;
                first = day;
            }
        }
        if (last != null) {
            windows.add(new Window(Objects.requireNonNull(first), last));
        }
        return windows;
    }

    /** The first day that Amazon still gives. */
    LocalDate oldest() {
        return today.minusDays(report.retentionDays());
    }

    private boolean isDue(LocalDate day) {
        var asked = askedOn.get(day);
        return asked == null || report.channel().mayHaveMoved(age(day, asked), age(day, today));
    }

    private static int age(LocalDate day, LocalDate when) {
        return Math.toIntExact(ChronoUnit.DAYS.between(day, when));
    }
}
