package io.asktrail.router.time;

import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what is told by today: MTD, the fiscal year so far, last month to date, the same days of last week, lately. */
record ToDate(Words words, Clock clock, Years years) {
    Optional<Periods.Found> at(int i) {
        if (words.is(i, Cue.FYTD)) {
            return found(clock.named("this_fiscal_year", null), i + 1);
        }
        var running = clock.calendar().startOfFiscalYear(clock.today());
        var fiscal = years.fiscal(i)
                .filter(year -> clock.calendar().fiscalYear(year.year()).start().equals(running))
                .filter(year -> words.is(year.next(), Cue.ONWARDS));
        if (fiscal.isPresent()) {
            return found(clock.named("this_fiscal_year", null), fiscal.get().next() + 1);
        }
        if (words.is(i, Cue.LAST_TO_DATE)) {
            return found(lastMonthToDate(), i + 1);
        }
        if (words.is(i, Cue.SAME_DAYS)) {
            return sameDays(words.skipLinks(i + 1));
        }
        if (words.is(i, Cue.LATELY)) {
            return found(lately(), i + 1);
        }
        var grain = words.is(i, Cue.WTD)
                ? Grain.WEEK
                : words.is(i, Cue.MTD)
                        ? Grain.MONTH
                        : words.is(i, Cue.QTD) ? Grain.QUARTER : words.is(i, Cue.YTD) ? Grain.YEAR : null;
        if (grain == null) {
            return Optional.empty();
        }
        return found(clock.named("this_" + grain.name().toLowerCase(Locale.ROOT), grain), i + 1);
    }

    // As many days of the month before as this one has had.
    private TimeMeaning lastMonthToDate() {
        var month = YearMonth.from(clock.today()).minusMonths(1);
        var day = Math.min(clock.today().getDayOfMonth(), month.lengthOfMonth());
        return clock.given(month.atDay(1), month.atDay(day), null);
    }

    // A figure of "lately" needs its days.
    private TimeMeaning lately() {
        var usual = clock.calendar().defaultPeriod(clock.today());
        return new TimeMeaning.Ambiguous(
                Said.of(RouterSaying.HOW_FAR_BACK),
                List.of(
                        TimeMeaning.Choice.of(new Days(usual.start(), usual.end())),
                        TimeMeaning.Choice.of(new Days(
                                clock.today().minusDays(7), clock.today().minusDays(1)))));
    }

    // "the same days of last week": as many of them as the running week has had
    private Optional<Periods.Found> sameDays(int i) {
        var fiscal = words.is(i, Cue.LAST) ? years.fiscal(i) : Optional.<Years.Year>empty();
        if (fiscal.isPresent()) {
            var day = clock.today().minusYears(1);
            return found(
                    clock.given(clock.calendar().startOfFiscalYear(day), day, null),
                    fiscal.get().next());
        }
        var unit = words.is(i, Cue.LAST) ? Units.at(words, i + 1) : null;
        if (unit != Grain.WEEK && unit != Grain.MONTH && unit != Grain.QUARTER) {
            return Optional.empty();
        }
        var start = clock.calendar().startOf(unit, clock.today());
        var before = Units.minus(start, unit, 1);
        var day = before.plusDays(ChronoUnit.DAYS.between(start, clock.today()));
        return found(clock.given(before, day.isBefore(start) ? day : start.minusDays(1), null), i + 2);
    }

    private static Optional<Periods.Found> found(TimeMeaning meaning, int next) {
        return Optional.of(new Periods.Found(meaning, next));
    }
}
