package io.asktrail.router.time;

import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.router.language.Cue;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.time.LocalDate;
import java.util.Optional;

/** Reads which year is meant: 2025, '25, last year, FY25, FY 2024-25. */
final class Years {
    private final Words words;
    private final Clock clock;

    Years(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param fiscal whether it is a fiscal year, named by the year it ends in
     * @param next the place after it
     */
    record Year(int year, boolean fiscal, int next) {}

    /** A year at {@code i}, linking words before it skipped. */
    Optional<Year> after(int i) {
        var at = words.skipLinks(i);
        at = words.is(at, Cue.COMMA) && plain(at + 1).isPresent() ? at + 1 : at;
        var fiscal = fiscal(at);
        return fiscal.isPresent() ? fiscal : calendarYear(at);
    }

    Optional<Year> calendarYear(int i) {
        if (words.is(i, Cue.LAST) && words.is(i + 1, Cue.YEAR)) {
            return Optional.of(new Year(clock.today().getYear() - 1, false, i + 2));
        }
        if (words.is(i, Cue.THIS) && words.is(i + 1, Cue.YEAR)) {
            return Optional.of(new Year(clock.today().getYear(), false, i + 2));
        }
        if (words.is(i, Cue.CALENDAR_YEAR)
                || (words.is(i, Cue.YEAR) && plain(i + 1).isPresent())) {
            return plain(i + 1).or(() -> shortYear(i));
        }
        return plain(i);
    }

    // "CY24", "CY 24"
    private Optional<Year> shortYear(int i) {
        var number = words.whole(i + 1);
        return words.is(i, Cue.CALENDAR_YEAR)
                        && number.isPresent()
                        && words.at(i + 1).text().matches("\\d\\d")
                ? Optional.of(new Year(full(number.getAsInt()), false, i + 2))
                : Optional.empty();
    }

    /** Years from one to another: "2023 to 2025", "between 2023 and 2025". */
    Optional<Periods.Found> between(int i, boolean between) {
        var first = plain(words.is(i, Cue.CALENDAR_YEAR) ? i + 1 : i);
        var joint = first.map(Year::next).orElse(i);
        if (first.isEmpty() || !(words.isAny(joint, Cue.TO, Cue.DASH) || between && words.is(joint, Cue.AND))) {
            return Optional.empty();
        }
        return plain(words.skipLinks(joint + 1))
                .filter(last -> last.year() > first.get().year())
                .map(last -> new Periods.Found(
                        clock.part(new Days(LocalDate.of(first.get().year(), 1, 1), LocalDate.of(last.year(), 12, 31))),
                        last.next()));
    }

    /** Four digits, or two after an apostrophe. */
    Optional<Year> plain(int i) {
        var number = words.whole(i);
        if (number.isEmpty() || !Character.isDigit(words.at(i).text().charAt(0))) {
            return Optional.empty();
        }
        var year = number.getAsInt();
        if (year >= 1990 && year <= 2099) {
            return Optional.of(new Year(year, false, i + 1));
        }
        return year < 100 && words.followsApostrophe(i)
                ? Optional.of(new Year(2000 + year, false, i + 1))
                : Optional.empty();
    }

    Optional<Year> fiscal(int i) {
        var relative = words.isAny(i, Cue.THIS, Cue.LAST);
        var at = relative ? i + 1 : i;
        if (!words.is(at, Cue.FISCAL)) {
            return Optional.empty();
        }
        var past = words.is(at + 1, Cue.YEAR) ? at + 2 : at + 1;
        if (relative) {
            var current = clock.calendar()
                    .startOfFiscalYear(clock.today())
                    .plusYears(1)
                    .minusDays(1)
                    .getYear();
            return Optional.of(new Year(words.is(i, Cue.LAST) ? current - 1 : current, true, past));
        }
        return numbered(past);
    }

    // FY25, FY2025, FY 2024-25, FY24-25, FY 2024/25 (which is read as a date text)
    private Optional<Year> numbered(int i) {
        var pair = words.has(i)
                ? words.at(i).as(Meaning.DateText.class).map(Meaning.DateText::text)
                : Optional.<String>empty();
        if (pair.filter(text -> text.matches("\\d{4}-\\d{2}")).isPresent()) {
            // "FY 2011-12" looks like a month.
            var end = full(Integer.parseInt(pair.get().substring(5)));
            return end == Integer.parseInt(pair.get().substring(0, 4)) + 1
                    ? Optional.of(new Year(end, true, i + 1))
                    : Optional.empty();
        }
        var first = words.whole(i);
        // "not the fiscal one": a year is written in digits
        if (first.isEmpty()
                || !Character.isDigit(words.at(i).text().charAt(0))
                || first.getAsInt() < 0
                || (first.getAsInt() > 99 && first.getAsInt() < 1990)) {
            return Optional.empty();
        }
        var year = full(first.getAsInt());
        if (words.is(i + 1, Cue.DASH) && words.whole(i + 2).isPresent()) {
            var second = full(words.whole(i + 2).getAsInt());
            if (second == year + 1) {
                return Optional.of(new Year(second, true, i + 3));
            }
        }
        return year > 2099 ? Optional.empty() : Optional.of(new Year(year, true, i + 1));
    }

    private static int full(int year) {
        return year < 100 ? 2000 + year : year;
    }
}
