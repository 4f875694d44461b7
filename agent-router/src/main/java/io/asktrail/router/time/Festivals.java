package io.asktrail.router.time;

import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.calendar.CalendarDefinition.Dates;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.util.Comparator;
import java.util.Optional;

/** Reads the named days of the calendar: Diwali, last Diwali, Diwali 2024. */
record Festivals(Words words, Clock clock, Years years) {
    Optional<Points.Point> at(int i) {
        var last = words.isAny(i, Cue.LAST, Cue.THIS);
        var at = last ? i + 1 : i;
        if (!words.has(at)) {
            return Optional.empty();
        }
        return words.at(at).as(Meaning.Festival.class).map(festival -> {
            var year = last ? Optional.<Years.Year>empty() : years.after(at + 1).filter(found -> !found.fiscal());
            var before = words.is(i, Cue.LAST) && words.mentions(festival) > 1;
            return Points.Point.of(
                    dates(festival, year, before ? 1 : 0),
                    pastDay(year.map(Years.Year::next).orElse(at + 1)));
        });
    }

    /** Those of a year that was named before: "2024 ki Diwali". */
    Optional<Points.Point> in(int year, int i) {
        return words.at(i)
                .as(Meaning.Festival.class)
                .map(festival -> Points.Point.of(
                        dates(festival, Optional.of(new Years.Year(year, false, i)), 0), pastDay(i + 1)));
    }

    // "Diwali ke din", "Navratri ke dino": the days themselves
    private int pastDay(int i) {
        var owns = words.is(i, WordKind.OWNING) || words.is(i, WordKind.HAVING);
        return owns && words.is(i + 1, Cue.DAY) ? i + 2 : i;
    }

    // "Diwali vs last Diwali": the last one is that before the one that is named beside it.
    TimeMeaning dates(Meaning.Festival festival, Optional<Years.Year> year, int skipped) {
        var name = festival.day().name();
        return festival.day().dates().stream()
                .filter(dates ->
                        year.isEmpty() || dates.start().getYear() == year.get().year())
                .filter(dates -> year.isPresent() || !dates.start().isAfter(clock.today()))
                .sorted(Comparator.comparing(Dates::start).reversed())
                .skip(skipped)
                .findFirst()
                .map(dates -> clock.part(new Days(dates.start(), dates.end())))
                .orElseGet(() -> new TimeMeaning.Impossible(
                        Said.of(RouterSaying.FESTIVAL_UNKNOWN).text(name)));
    }
}
