package io.asktrail.router.time;

import io.asktrail.registry.wording.Said;
import io.asktrail.router.saying.RouterSaying;
import java.util.regex.Pattern;

/** Reads dates, months and weeks that are written in digits: 05/10/2025, 2025-10-05, 2025-10, 2025-W30. */
record WrittenDates(Clock clock) {
    private static final Pattern ISO_WEEK = Pattern.compile("(\\d{4})-w(\\d{1,2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})|(\\d{1,2})/(\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}|\\d{2}))?");

    Points.Point at(String text, int next) {
        var week = ISO_WEEK.matcher(text);
        if (week.matches()) {
            return Points.Point.of(new Weeks(clock).numbered(number(week.group(1)), number(week.group(2))), next);
        }
        var month = MONTH.matcher(text);
        if (month.matches()) {
            var yearFirst = month.group(1) != null;
            return new Points.Point(
                    null, number(month.group(yearFirst ? 2 : 3)), number(month.group(yearFirst ? 1 : 4)), null, next);
        }
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            return new Points.Point(number(iso.group(3)), number(iso.group(2)), number(iso.group(1)), null, next);
        }
        var dayFirst = DAY_FIRST.matcher(text);
        if (!dayFirst.matches()) {
            return Points.Point.of(
                    new TimeMeaning.Impossible(Said.of(RouterSaying.NO_DATE).text(text)), next);
        }
        var year = dayFirst.group(3);
        return new Points.Point(
                number(dayFirst.group(1)),
                number(dayFirst.group(2)),
                year == null ? null : (year.length() == 2 ? Integer.valueOf(2000 + number(year)) : number(year)),
                null,
                next);
    }

    private static Integer number(String digits) {
        return Integer.valueOf(digits);
    }
}
