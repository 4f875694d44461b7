package io.asktrail.router.time;

import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.router.language.Cue;
import io.asktrail.router.saying.Said;
import io.asktrail.router.saying.Saying;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads stretches that are one thing: last month, the last 45 days, Q4 FY25, H1, week 30, the June quarter. */
final class Periods {
    private final Words words;
    private final Clock clock;
    private final Points points;
    private final Years years;

    Periods(Words words, Clock clock, Points points) {
        this.words = words;
        this.clock = clock;
        this.points = points;
        years = new Years(words, clock);
    }

    /** @param next the place after it */
    record Found(TimeMeaning meaning, int next) {
        /** The same, with a word behind it that says the same again. */
        Found past() {
            return new Found(meaning, next + 1);
        }
    }

    Optional<Found> at(int i) {
        return plain(i).map(found -> new RunningEnd(words, clock).of(found));
    }

    private Optional<Found> plain(int i) {
        return new Endings(words, clock, points)
                .at(i)
                .or(() -> toDate(i))
                .or(() -> relativeToAnother(i))
                .or(() -> numberedPart(i))
                .or(() -> fiscalYear(i))
                .or(() -> monthQuarter(i))
                .or(() -> edgeOfMonth(i))
                .or(() -> week(i))
                .or(() -> ago(i))
                .or(() -> relative(i))
                .or(() -> plainYear(i));
    }

    private Optional<Found> toDate(int i) {
        if (words.is(i, Cue.FYTD)
                || (years.fiscal(i).isPresent()
                        && words.is(years.fiscal(i).get().next(), Cue.ONWARDS))) {
            var next = words.is(i, Cue.FYTD) ? i + 1 : years.fiscal(i).get().next() + 1;
            return found(clock.named("this_fiscal_year", null), next);
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
                Said.of(Saying.HOW_FAR_BACK),
                List.of(
                        choice(new Days(usual.start(), usual.end())),
                        choice(new Days(
                                clock.today().minusDays(7), clock.today().minusDays(1)))));
    }

    // "the same days of last week": as many of them as the running week has had
    private Optional<Found> sameDays(int i) {
        var unit = words.is(i, Cue.LAST) ? unitAt(i + 1) : null;
        if (unit != Grain.WEEK && unit != Grain.MONTH && unit != Grain.QUARTER) {
            return Optional.empty();
        }
        var start = clock.calendar().startOf(unit, clock.today());
        var before = Units.minus(start, unit, 1);
        var day = before.plusDays(ChronoUnit.DAYS.between(start, clock.today()));
        return found(clock.given(before, day.isBefore(start) ? day : start.minusDays(1), null), i + 2);
    }

    private Optional<Found> relativeToAnother(int i) {
        if (words.is(i, Cue.SAME_PERIOD_LAST_YEAR)) {
            return found(new TimeMeaning.YearBefore(), i + 1);
        }
        if (words.is(i, Cue.PERIOD_BEFORE)) {
            return found(new TimeMeaning.PeriodBefore(), i + 1);
        }
        // "the month before", "the 7 days before"
        var unit = words.whole(i).isPresent() ? i + 1 : i;
        var beside = new Besides(words, clock, points).at(i, unit);
        if (beside.isPresent()) {
            return beside;
        }
        // "the week prior", but not "week, last month"
        var leads = words.is(unit + 1, Cue.LAST) && Units.at(words, unit + 2) != null;
        if (unitAt(unit) != null && words.isAny(unit + 1, Cue.BEFORE, Cue.AGO) && !leads) {
            if (unitAt(unit) == Grain.YEAR) {
                return found(new TimeMeaning.YearBefore(), unit + 2);
            }
            return words.is(unit + 1, Cue.BEFORE) ? found(new TimeMeaning.PeriodBefore(), unit + 2) : Optional.empty();
        }
        return Optional.empty();
    }

    // Q1, Q4 FY25, FY25 Q4, first quarter of 2025, H2 2024, second half of July
    private Optional<Found> numberedPart(int i) {
        var leading =
                years.fiscal(i).or(() -> years.calendarYear(i)).filter(year -> isPart(words.skipLinks(year.next())));
        var at = leading.map(year -> words.skipLinks(year.next())).orElse(i);
        if (!isPart(at)) {
            return Optional.empty();
        }
        var letter = words.isAny(at, Cue.Q, Cue.H);
        var number = letter ? words.whole(at + 1).getAsInt() : words.ordinal(at).getAsInt();
        var half = words.isAny(letter ? at : at + 1, Cue.H, Cue.HALF);
        var after = at + 2;
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
                || (words.ordinal(i).isPresent() && words.isAny(i + 1, Cue.QUARTER, Cue.HALF));
    }

    private TimeMeaning part(int number, boolean half, Optional<Years.Year> year) {
        if (number < 1 || number > (half ? 2 : 4)) {
            return new TimeMeaning.Impossible(
                    Said.of(half ? Saying.TWO_HALVES : Saying.FOUR_QUARTERS).number(number));
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

    private Optional<Found> halfOfMonth(int number, int at) {
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

    private Optional<Found> fiscalYear(int i) {
        return years.fiscal(i).map(year -> {
            var range = words.is(i, Cue.THIS) ? "this_fiscal_year" : "last_fiscal_year";
            var relative = words.isAny(i, Cue.THIS, Cue.LAST);
            return new Found(relative ? clock.named(range, null) : clock.fiscalYear(year.year()), year.next());
        });
    }

    // "the June quarter of 2025" is the calendar quarter that ends in June.
    private Optional<Found> monthQuarter(int i) {
        var letters = words.quarter(i);
        if (letters.isPresent()) {
            return quarterOfLetters(letters.getAsInt(), words.is(i + 1, Cue.QUARTER) ? i + 2 : i + 1);
        }
        var named = words.month(i).isPresent() && words.is(i + 1, Cue.QUARTER);
        if (!named) {
            return Optional.empty();
        }
        var month = words.month(i).getAsInt();
        var year = years.after(i + 2).filter(found -> !found.fiscal());
        var next = year.map(Years.Year::next).orElse(i + 2);
        if (month % 3 != 0) {
            return found(new TimeMeaning.Impossible(Said.of(Saying.NO_QUARTER_ENDS)), next);
        }
        return found(
                clock.quarter(year.map(Years.Year::year).orElseGet(() -> clock.latestYearOf(month - 2)), month / 3),
                next);
    }

    // "OND 2025", "AMJ quarter of FY26"
    private Optional<Found> quarterOfLetters(int quarter, int yearAt) {
        var year = years.after(yearAt);
        if (year.isEmpty()) {
            return found(clock.quarter(clock.latestYearOf(quarter * 3 - 2), quarter), yearAt);
        }
        var named = year.get();
        return found(
                named.fiscal()
                        ? clock.quarterOfFiscalYear(named.year(), quarter)
                        : clock.quarter(named.year(), quarter),
                named.next());
    }

    // "the first 10 days of July", "the last 5 days of June", "the first week of July"
    private Optional<Found> edgeOfMonth(int i) {
        var first = words.ordinal(i).isPresent() && words.ordinal(i).getAsInt() == 1;
        if (!first && !words.is(i, Cue.LAST)) {
            return Optional.empty();
        }
        var counted = words.whole(i + 1).isPresent() && words.is(i + 2, Cue.DAY);
        var week = words.is(i + 1, Cue.WEEK);
        var unitEnd = counted ? i + 3 : i + 2;
        var at = words.skipLinks(unitEnd);
        if ((!counted && !week) || at == unitEnd || words.month(at).isEmpty()) {
            return Optional.empty();
        }
        var month = words.month(at).getAsInt();
        var year = years.after(at + 1).filter(found -> !found.fiscal());
        var whole = YearMonth.of(year.map(Years.Year::year).orElseGet(() -> clock.latestYearOf(month)), month);
        var next = year.map(Years.Year::next).orElse(at + 1);
        return found(
                week
                        ? firstOrLastWeek(whole, first)
                        : edge(whole, first, words.whole(i + 1).getAsInt()),
                next);
    }

    private TimeMeaning edge(YearMonth month, boolean first, int count) {
        if (count < 1 || count > month.lengthOfMonth()) {
            return new TimeMeaning.Impossible(
                    Said.of(Saying.MONTH_HAS_DAYS).text(month.toString()).number(month.lengthOfMonth()));
        }
        return first
                ? clock.given(month.atDay(1), month.atDay(count), null)
                : clock.given(month.atEndOfMonth().minusDays(count - 1L), month.atEndOfMonth(), null);
    }

    private TimeMeaning firstOrLastWeek(YearMonth month, boolean first) {
        var seven = first
                ? new Days(month.atDay(1), month.atDay(7))
                : new Days(month.atEndOfMonth().minusDays(6), month.atEndOfMonth());
        var monday = clock.calendar().startOf(Grain.WEEK, first ? month.atDay(7) : month.atEndOfMonth());
        var whole = first ? monday : monday.plusDays(6).isAfter(month.atEndOfMonth()) ? monday.minusWeeks(1) : monday;
        var calendarWeek = new Days(whole, whole.plusDays(6));
        if (seven.equals(calendarWeek)) {
            return clock.given(seven.start(), seven.end(), null);
        }
        return new TimeMeaning.Ambiguous(Said.of(Saying.SEVEN_OR_WEEK), List.of(choice(seven), choice(calendarWeek)));
    }

    private static TimeMeaning.Choice choice(Days days) {
        return new TimeMeaning.Choice(Said.of(Saying.FROM_TO).day(days.start()).day(days.end()), days);
    }

    // "week 30 of 2025", "W30", "the week of 1 July 2025", "week starting 4 August"
    private Optional<Found> week(int i) {
        if (words.has(i) && words.at(i).as(Meaning.Festival.class).isPresent()) {
            return weekOfFestival(i);
        }
        var letter = words.is(i, Cue.W);
        if (!letter && !words.is(i, Cue.WEEK)) {
            return Optional.empty();
        }
        var number = words.whole(i + 1);
        if (number.isPresent() && words.month(words.skipLinks(i + 2)).isEmpty() && number.getAsInt() < 100) {
            var year = years.after(i + 2).filter(found -> !found.fiscal());
            var meaning = year.map(found -> new Weeks(clock).numbered(found.year(), number.getAsInt()))
                    .orElseGet(() -> new Weeks(clock).latest(number.getAsInt()));
            return found(meaning, year.map(Years.Year::next).orElse(i + 2));
        }
        var at = words.skipLinks(words.is(i + 1, Cue.SINCE) ? i + 2 : i + 1);
        return letter || at == i + 1
                ? Optional.empty()
                : points.at(at).map(point -> new Found(weekOf(points.resolve(point)), point.next()));
    }

    // "Diwali week", "Diwali week of 2024"
    private Optional<Found> weekOfFestival(int i) {
        if (words.hasCue(Cue.VERSUS) || words.hasCue(Cue.COMPARE) || words.hasCue(Cue.YOY)) {
            // The week of another year's Diwali lies on other dates.
            return Optional.empty();
        }
        var point = points.at(i).filter(found -> words.is(found.next(), Cue.WEEK));
        var year = point.flatMap(found -> years.after(found.next() + 1)).filter(found -> !found.fiscal());
        if (point.isEmpty() || year.isEmpty() || point.get().next() != i + 1) {
            return point.map(found -> new Found(weekOf(points.resolve(found)), found.next() + 1));
        }
        var festival = words.at(i).as(Meaning.Festival.class).orElseThrow();
        return found(weekOf(points.dates(festival, year, 0)), year.get().next());
    }

    private TimeMeaning weekOf(TimeMeaning day) {
        return day instanceof TimeMeaning.Stretch(var days, var _, var _) && days.count() == 1
                ? clock.weekOf(days.start())
                : day instanceof TimeMeaning.Stretch(var several, var _, var _) ? weekOfSeveral(several) : day;
    }

    private TimeMeaning weekOfSeveral(Days several) {
        return clock.calendar()
                        .startOf(Grain.WEEK, several.start())
                        .equals(clock.calendar().startOf(Grain.WEEK, several.end()))
                ? clock.weekOf(several.start())
                : new TimeMeaning.Impossible(Said.of(Saying.WHICH_WEEK));
    }

    // "2 weeks ago" is that whole week.
    private Optional<Found> ago(int i) {
        var unit = unitAt(i + 1);
        if (words.whole(i).isEmpty() || !words.is(i + 2, Cue.AGO) || unit == null || unit == Grain.DAY) {
            return Optional.empty();
        }
        var start = Units.minus(
                clock.calendar().startOf(unit, clock.today()),
                unit,
                words.whole(i).getAsInt());
        return found(clock.given(start, Units.minus(start, unit, -1).minusDays(1), unit), i + 3);
    }

    private Optional<Found> relative(int i) {
        return new Relatives(words, clock).at(i);
    }

    private Optional<Found> plainYear(int i) {
        // A number right after "more than" is a bound and not a year.
        if (words.isAny(
                        words.skipLinksBack(i),
                        Cue.MORE,
                        Cue.LESS,
                        Cue.AT_LEAST,
                        Cue.AT_MOST,
                        Cue.EQUAL,
                        Cue.TOP,
                        Cue.BOTTOM)
                || words.isAny(i + 1, Cue.OR_MORE, Cue.OR_LESS, Cue.MORE_THAN_THIS, Cue.LESS_THAN_THIS)
                || (words.isAny(i, Cue.THIS, Cue.LAST))) {
            return Optional.empty();
        }
        return years.calendarYear(i).map(year -> new Found(clock.year(year.year()), year.next()));
    }

    private @Nullable Grain unitAt(int i) {
        return Units.at(words, i);
    }

    private static Optional<Found> found(TimeMeaning meaning, int next) {
        return Optional.of(new Found(meaning, next));
    }
}
