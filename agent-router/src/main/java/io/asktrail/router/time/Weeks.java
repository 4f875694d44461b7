package io.asktrail.router.time;

import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.saying.RouterSaying;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** ISO weeks by number. */
record Weeks(Clock clock) {
    TimeMeaning numbered(int year, int week) {
        var inYear = LocalDate.of(year, 6, 15)
                .range(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
                .getMaximum();
        if (week < 1 || week > inYear) {
            return new TimeMeaning.Impossible(
                    Said.of(RouterSaying.NO_WEEK).number(year).number(week));
        }
        var start = LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(java.time.DayOfWeek.MONDAY);
        return clock.given(start, start.plusDays(6), Grain.WEEK);
    }

    /** The latest week of that number that has begun. */
    TimeMeaning latest(int week) {
        var year = clock.today().get(IsoFields.WEEK_BASED_YEAR);
        return numbered(week <= clock.today().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) ? year : year - 1, week);
    }
}
