package io.asktrail.router.time;

import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/** Reads days that are told from today: yesterday, 3 days ago, Monday, last Friday. */
record NearDays(Words words, Clock clock) {
    Optional<Points.Point> at(int i) {
        if (words.is(i, Cue.TODAY)) {
            return Optional.of(Points.Point.of(clock.named("today", null), i + 1));
        }
        if (words.is(i, Cue.YESTERDAY)) {
            return Optional.of(Points.Point.of(clock.named("yesterday", null), i + 1));
        }
        if (words.is(i, Cue.DAY_BEFORE_YESTERDAY)) {
            return Optional.of(Points.Point.of(clock.day(clock.today().minusDays(2)), i + 1));
        }
        if (words.whole(i).isPresent() && words.is(i + 1, Cue.DAY) && words.is(i + 2, Cue.AGO)) {
            return Optional.of(Points.Point.of(
                    clock.day(clock.today().minusDays(words.whole(i).getAsInt())), i + 3));
        }
        var last = words.isAny(i, Cue.LAST, Cue.THIS);
        var at = last ? i + 1 : i;
        return words.has(at)
                ? words.at(at)
                        .as(Meaning.Weekday.class)
                        .map(day -> Points.Point.of(
                                words.is(i, Cue.THIS)
                                        ? clock.day(clock.calendar()
                                                .startOf(Grain.WEEK, clock.today())
                                                .with(TemporalAdjusters.nextOrSame(day.day())))
                                        : weekday(day, words.is(i, Cue.LAST)),
                                at + 1))
                : Optional.empty();
    }

    private TimeMeaning weekday(Meaning.Weekday weekday, boolean last) {
        var day = clock.today();
        if (last || day.getDayOfWeek() != weekday.day()) {
            do {
                day = day.minusDays(1);
            } while (day.getDayOfWeek() != weekday.day());
            return clock.day(day);
        }
        return new TimeMeaning.Ambiguous(
                Said.of(RouterSaying.TODAY_OR_WEEK_AGO),
                List.of(choice(RouterSaying.TODAY, day), choice(RouterSaying.A_WEEK_AGO, day.minusWeeks(1))));
    }

    private static TimeMeaning.Choice choice(RouterSaying label, LocalDate day) {
        return new TimeMeaning.Choice(Said.of(label).day(day), new Days(day, day));
    }
}
