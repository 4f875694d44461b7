package io.asktrail.composer.help;

import io.asktrail.composer.number.Days;
import io.asktrail.composer.words.Words;
import io.asktrail.contracts.ask.Language;
import io.asktrail.registry.calendar.CalendarDefinition;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;

/** What "last week", "FY25" and "Diwali" mean here. */
record CalendarWords(CalendarDefinition calendar, Words words) {
    String write() {
        var locale = Locale.of(words.language().tag());
        var days = words.of(
                "help.calendar",
                "zone",
                calendar.tz().toString(),
                "weekday",
                calendar.weekStart().getDisplayName(TextStyle.FULL, locale),
                "month",
                calendar.fiscalYearStart().getDisplayName(TextStyle.FULL, locale),
                "days",
                Integer.toString(calendar.defaultDays()));
        return calendar.namedDays().isEmpty() ? days : days + " " + named();
    }

    private String named() {
        return words.of(
                "help.named",
                "days",
                calendar.namedDays().stream().map(this::named).collect(Collectors.joining("; ")));
    }

    // The latest dates of each: last year's festival is rarely what is meant.
    private String named(CalendarDefinition.NamedDay day) {
        var latest = day.dates().getLast();
        return words.of(
                "help.named.day", "name", name(day), "days", Days.in(words).from(latest.start(), latest.end()));
    }

    // The calendar names days in English; other ways to write them are in the script of other languages, too.
    private String name(CalendarDefinition.NamedDay day) {
        return words.language() == Language.ENGLISH
                ? day.name()
                : day.aliases().stream()
                        .filter(alias -> Language.of(alias) == words.language())
                        .findFirst()
                        .orElse(day.name());
    }
}
