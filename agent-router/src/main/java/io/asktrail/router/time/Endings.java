package io.asktrail.router.time;

import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.time.LocalDate;
import java.util.Optional;

/** Reads stretches by their length and one end: 30 days ending 15 August, the quarter ended 30 June, 10 days from 1 July. */
record Endings(Words words, Clock clock, Points points) {
    private static final int MOST = 3_700;

    Optional<Periods.Found> at(int i) {
        if (words.is(i, WordKind.WEEK_TO)) {
            return endingAt(i + 1, 0, 7, true);
        }
        var counted = words.whole(i).isPresent();
        var count = words.whole(i).orElse(1);
        var unitAt = counted ? i + 1 : i;
        var half = words.is(unitAt, Cue.HALF);
        unitAt += half ? 1 : 0;
        if (!counted && !half && words.is(unitAt, Cue.FISCAL)) {
            return fiscalYear(words.is(unitAt + 1, Cue.YEAR) ? unitAt + 2 : unitAt + 1);
        }
        var unit = half && !words.is(unitAt, Cue.YEAR) ? null : Units.at(words, unitAt);
        if (unit == null || count < 1 || count > MOST) {
            return Optional.empty();
        }
        var ends = words.is(unitAt + 1, WordKind.ENDING);
        var starts = counted && unit == Grain.DAY && words.is(unitAt + 1, Cue.SINCE);
        if (!ends && !starts) {
            return Optional.empty();
        }
        var months = half ? 6 : months(unit) * count;
        return endingAt(unitAt + 2, months, unit == Grain.WEEK ? 7 * count : count, ends);
    }

    // "the financial year ended 31 March 2026", and of no other day
    private Optional<Periods.Found> fiscalYear(int ends) {
        return words.is(ends, WordKind.ENDING)
                ? endingAt(ends + 1, 12, 1, true)
                        .map(found -> found.meaning() instanceof TimeMeaning.Stretch(var days, var _, var _)
                                        && !clock.calendar()
                                                .startOfFiscalYear(days.start())
                                                .equals(days.start())
                                ? new Periods.Found(
                                        new TimeMeaning.Impossible(Said.of(RouterSaying.ENDS_NO_FISCAL_YEAR)
                                                .day(days.end())),
                                        found.next())
                                : found)
                : Optional.empty();
    }

    private Optional<Periods.Found> endingAt(int i, int months, int days, boolean ends) {
        return points.at(words.skipLinks(i))
                .map(point -> new Periods.Found(of(points.resolve(point), months, days, ends), point.next()));
    }

    private static int months(Grain unit) {
        return switch (unit) {
            case DAY, WEEK -> 0;
            case MONTH -> 1;
            case QUARTER -> 3;
            case YEAR -> 12;
        };
    }

    private TimeMeaning of(TimeMeaning day, int months, int days, boolean ends) {
        if (!(day instanceof TimeMeaning.Stretch(var named, var _, var _))) {
            return day.withoutChoices();
        }
        if (named.count() > 1 && !(ends && isMonthEnd(named.end()))) {
            return new TimeMeaning.Impossible(Said.of(RouterSaying.BEGINS_AND_ENDS));
        }
        if (!ends) {
            return clock.given(named.start(), named.start().plusDays(days - 1L), null);
        }
        var end = named.end();
        if (months == 0) {
            return clock.given(end.minusDays(days - 1L), end, null);
        }
        // A month that does not end with its last day is none of the calendar's.
        return isMonthEnd(end)
                ? clock.given(end.plusDays(1).minusMonths(months), end, null)
                : new TimeMeaning.Impossible(Said.of(RouterSaying.ENDS_NO_MONTH).day(end));
    }

    private static boolean isMonthEnd(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth();
    }
}
