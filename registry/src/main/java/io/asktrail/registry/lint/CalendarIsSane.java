package io.asktrail.registry.lint;

import io.asktrail.registry.calendar.CalendarDefinition;
import io.asktrail.registry.calendar.CalendarDefinition.Dates;
import io.asktrail.registry.calendar.CalendarDefinition.NamedDay;
import io.asktrail.registry.file.Finding;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Named days have one entry a year, start before they end, and share no name. */
final class CalendarIsSane implements LintCheck {
    private static final int LONGEST_DAYS = 60;

    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.calendars().stream().flatMap(CalendarIsSane::faults);
    }

    private static Stream<Finding> faults(Defined<CalendarDefinition> calendar) {
        var days = calendar.value().namedDays();
        return Stream.concat(
                IntStream.range(0, days.size()).boxed().flatMap(i -> dates(calendar, "/named_days/" + i, days.get(i))),
                names(calendar, days));
    }

    private static Stream<Finding> dates(Defined<CalendarDefinition> calendar, String at, NamedDay day) {
        var years = new HashSet<Integer>();
        return IntStream.range(0, day.dates().size()).boxed().flatMap(i -> {
            var place = "%s/dates/%d".formatted(at, i);
            var dates = day.dates().get(i);
            var span = span(calendar, place, dates);
            return years.add(dates.start().getYear())
                    ? span
                    : Stream.concat(
                            span,
                            Stream.of(calendar.at(
                                    place,
                                    "%s has a date in %d already"
                                            .formatted(day.name(), dates.start().getYear()))));
        });
    }

    private static Stream<Finding> span(Defined<CalendarDefinition> calendar, String at, Dates dates) {
        if (dates.end().isBefore(dates.start())) {
            return Stream.of(
                    calendar.at(at, "it ends (%s) before it starts (%s)".formatted(dates.end(), dates.start())));
        }
        return ChronoUnit.DAYS.between(dates.start(), dates.end()) < LONGEST_DAYS
                ? Stream.empty()
                : Stream.of(calendar.at(at, "it lasts longer than %d days".formatted(LONGEST_DAYS)));
    }

    private static Stream<Finding> names(Defined<CalendarDefinition> calendar, List<NamedDay> days) {
        var owners = new HashMap<String, String>();
        return IntStream.range(0, days.size())
                .boxed()
                .flatMap(i -> Stream.concat(Stream.of(days.get(i).name()), days.get(i).aliases().stream())
                        .filter(name -> owners.putIfAbsent(
                                        name.toLowerCase(Locale.ROOT),
                                        days.get(i).name())
                                != null)
                        .map(name -> calendar.at(
                                "/named_days/" + i,
                                "'%s' means %s already".formatted(name, owners.get(name.toLowerCase(Locale.ROOT))))));
    }
}
