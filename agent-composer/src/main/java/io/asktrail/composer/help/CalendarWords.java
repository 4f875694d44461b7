package io.asktrail.composer.help;

import io.asktrail.composer.number.Days;
import io.asktrail.registry.calendar.CalendarDefinition;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;

/** What "last week", "FY25" and "Diwali" mean here. */
record CalendarWords(CalendarDefinition calendar) {
    String write() {
        return ("Days are dates in %s. Weeks start on %s, the fiscal year starts in %s and is called after the year it"
                        + " ends in. A question without a period means the last %d complete days; \"last week\" and"
                        + " \"last month\" are the previous whole ones, \"this …\" runs through today.%s")
                .formatted(
                        calendar.tz(),
                        calendar.weekStart().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        calendar.fiscalYearStart().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        calendar.defaultDays(),
                        namedDays());
    }

    // The latest dates of each: last year's festival is rarely what is meant.
    private String namedDays() {
        if (calendar.namedDays().isEmpty()) {
            return "";
        }
        return " Days with a name: "
                + calendar.namedDays().stream().map(CalendarWords::named).collect(Collectors.joining("; ")) + ".";
    }

    private static String named(CalendarDefinition.NamedDay day) {
        var latest = day.dates().getLast();
        return "%s (%s)".formatted(day.name(), Days.period(latest.start(), latest.end()));
    }
}
