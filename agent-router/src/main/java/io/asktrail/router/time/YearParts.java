package io.asktrail.router.time;

import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.time.YearMonth;
import java.util.Optional;

/** Reads quarters and halves: Q4 FY25, the first quarter of 2025, H1, the second half of July, OND 2025. */
record YearParts(Words words, Clock clock, Years years) {
    Optional<Periods.Found> at(int i) {
        return numbered(i).or(() -> lastOfYear(i)).or(() -> named(i));
    }

    // "the last quarter of 2024"; without a year it is the one before today
    private Optional<Periods.Found> lastOfYear(int i) {
        var named = words.is(i, Cue.LAST) && words.isAny(i + 1, Cue.QUARTER, Cue.HALF) && words.isLink(i + 2);
        if (!named) {
            return Optional.empty();
        }
        var half = words.is(i + 1, Cue.HALF);
        return years.after(i + 2).flatMap(year -> found(part(half ? 2 : 4, half, Optional.of(year)), year.next()));
    }

    // Q1, Q4 FY25, FY25 Q4, first quarter of 2025, H2 2024, second half of July
    private Optional<Periods.Found> numbered(int i) {
        var leading =
                years.fiscal(i).or(() -> years.calendarYear(i)).filter(year -> isPart(words.skipLinks(year.next())));
        var at = leading.map(year -> words.skipLinks(year.next())).orElse(i);
        if (!isPart(at)) {
            return Optional.empty();
        }
        var letter = words.isAny(at, Cue.Q, Cue.H);
        var number = letter ? words.whole(at + 1).getAsInt() : words.ordinal(at).getAsInt();
        // "second calendar quarter"
        var unit = words.is(at + 1, Cue.CALENDAR_YEAR) ? at + 2 : at + 1;
        var half = words.isAny(letter ? at : unit, Cue.H, Cue.HALF);
        var after = letter ? at + 2 : unit + 1;
        if (!letter && half && words.month(words.skipLinks(after)).isPresent()) {
            return halfOfMonth(number, words.skipLinks(after));
        }
        var year = leading.isPresent() ? leading : years.after(after);
        var next = leading.isPresent() ? after : year.map(Years.Year::next).orElse(after);
        return found(part(number, half, year), next);
    }

    private boolean isPart(int i) {
        return (words.isAny(i, Cue.Q, Cue.H)
                        && words.whole(i + 1).isPresent()
                        && !words.quantity(i + 1).get().percent())
                || (words.ordinal(i).isPresent()
                        && words.isAny(words.is(i + 1, Cue.CALENDAR_YEAR) ? i + 2 : i + 1, Cue.QUARTER, Cue.HALF));
    }

    private TimeMeaning part(int number, boolean half, Optional<Years.Year> year) {
        if (number < 1 || number > (half ? 2 : 4)) {
            return new TimeMeaning.Impossible(Said.of(half ? RouterSaying.TWO_HALVES : RouterSaying.FOUR_QUARTERS)
                    .number(number));
        }
        if (year.isPresent() && year.get().fiscal()) {
            return half
                    ? clock.fiscalHalf(year.get().year(), number)
                    : clock.fiscalQuarter(year.get().year(), number);
        }
        var firstMonth = half ? number * 6 - 5 : number * 3 - 2;
        var inYear = year.map(Years.Year::year).orElseGet(() -> clock.latestYearOf(firstMonth));
        return half ? clock.half(inYear, number) : clock.quarter(inYear, number);
    }

    private Optional<Periods.Found> halfOfMonth(int number, int at) {
        var month = words.month(at).getAsInt();
        var year = years.after(at + 1).filter(found -> !found.fiscal());
        var whole = YearMonth.of(year.map(Years.Year::year).orElseGet(() -> clock.latestYearOf(month)), month);
        var days = number == 1
                ? new Days(whole.atDay(1), whole.atDay(15))
                : new Days(whole.atDay(16), whole.atEndOfMonth());
        return number > 2
                ? Optional.empty()
                : found(clock.part(days), year.map(Years.Year::next).orElse(at + 1));
    }

    // "the June quarter of 2025" is the calendar quarter that ends in June.
    private Optional<Periods.Found> named(int i) {
        var letters = words.quarter(i);
        if (letters.isPresent()) {
            return quarterOfLetters(letters.getAsInt(), words.is(i + 1, Cue.QUARTER) ? i + 2 : i + 1);
        }
        if (words.month(i).isEmpty()) {
            return Optional.empty();
        }
        // "the June 2025 quarter"
        var inside = years.after(i + 1).filter(found -> !found.fiscal() && words.is(found.next(), Cue.QUARTER));
        if (inside.isEmpty() && !words.is(i + 1, Cue.QUARTER)) {
            return Optional.empty();
        }
        var month = words.month(i).getAsInt();
        var year = inside.isPresent() ? inside : years.after(i + 2).filter(found -> !found.fiscal());
        var next = inside.isPresent()
                ? inside.get().next() + 1
                : year.map(Years.Year::next).orElse(i + 2);
        if (month % 3 != 0) {
            return found(new TimeMeaning.Impossible(Said.of(RouterSaying.NO_QUARTER_ENDS)), next);
        }
        return found(
                clock.quarter(year.map(Years.Year::year).orElseGet(() -> clock.latestYearOf(month - 2)), month / 3),
                next);
    }

    // "OND 2025", "AMJ quarter of FY26"
    private Optional<Periods.Found> quarterOfLetters(int quarter, int yearAt) {
        var year = years.after(yearAt);
        if (year.isEmpty()) {
            return found(clock.quarter(clock.latestYearOf(quarter * 3 - 2), quarter), yearAt);
        }
        var given = year.get();
        return found(
                given.fiscal()
                        ? clock.quarterOfFiscalYear(given.year(), quarter)
                        : clock.quarter(given.year(), quarter),
                given.next());
    }

    private static Optional<Periods.Found> found(TimeMeaning meaning, int next) {
        return Optional.of(new Periods.Found(meaning, next));
    }
}
