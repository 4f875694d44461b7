package io.asktrail.router.time;

import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.calendar.CalendarDefinition.Dates;
import io.asktrail.router.language.Cue;
import io.asktrail.router.saying.Said;
import io.asktrail.router.saying.Saying;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads single dates, whole or in part: 5 October, 05/10/2025, July, the 3rd, Diwali 2024, Monday. */
final class Points {
    private static final Pattern ISO_WEEK = Pattern.compile("(\\d{4})-w(\\d{1,2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})|(\\d{1,2})/(\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}|\\d{2}))?");

    private static final Set<String> ONE_MONTH = Set.of("month", "mahine", "mahina", "महीने", "महीना", "माह");

    private final Words words;
    private final Clock clock;
    private final Years years;

    Points(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
        years = new Years(words, clock);
    }

    /**
     * A date whose parts may be open, or a meaning that is closed already.
     *
     * @param day null for a whole month
     * @param month null for a day whose month stands elsewhere
     * @param year null if none was said
     * @param closed set if the rest is not
     */
    record Point(
            @Nullable Integer day,
            @Nullable Integer month,
            @Nullable Integer year,
            @Nullable TimeMeaning closed,
            int next) {
        static Point of(TimeMeaning meaning, int next) {
            return new Point(null, null, null, meaning, next);
        }

        Point inMonth(Integer otherMonth, @Nullable Integer otherYear) {
            return new Point(day, otherMonth, year == null ? otherYear : year, closed, next);
        }

        Point inYear(@Nullable Integer otherYear) {
            return new Point(day, month, otherYear, closed, next);
        }
    }

    Optional<Point> at(int i) {
        if (!words.has(i)) {
            return Optional.empty();
        }
        var text = words.at(i).as(Meaning.DateText.class);
        if (text.isPresent()) {
            return Optional.of(dateText(text.get().text(), i + 1));
        }
        return dayMonth(i)
                .or(() -> monthDay(i))
                .or(() -> month(i))
                .or(() -> festival(i))
                .or(() -> relativeDay(i));
    }

    /** A bare day of a month that stands elsewhere: the 5 of "5 to 19 October". */
    Optional<Point> bareDay(int i) {
        var at = words.skipLinks(i);
        var day = words.whole(at);
        if (day.isEmpty()
                || day.getAsInt() > 99
                || !Character.isDigit(words.at(at).text().charAt(0))) {
            return Optional.empty();
        }
        return Optional.of(new Point(day.getAsInt(), null, null, null, suffix(at + 1)));
    }

    private Point dateText(String text, int next) {
        var week = ISO_WEEK.matcher(text);
        if (week.matches()) {
            return Point.of(new Weeks(clock).numbered(number(week.group(1)), number(week.group(2))), next);
        }
        var month = MONTH.matcher(text);
        if (month.matches()) {
            var yearFirst = month.group(1) != null;
            return new Point(
                    null, number(month.group(yearFirst ? 2 : 3)), number(month.group(yearFirst ? 1 : 4)), null, next);
        }
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            return new Point(number(iso.group(3)), number(iso.group(2)), number(iso.group(1)), null, next);
        }
        var dayFirst = DAY_FIRST.matcher(text);
        if (!dayFirst.matches()) {
            return Point.of(new TimeMeaning.Impossible(Said.of(Saying.NO_DATE).text(text)), next);
        }
        var year = dayFirst.group(3);
        return new Point(
                number(dayFirst.group(1)),
                number(dayFirst.group(2)),
                year == null ? null : (year.length() == 2 ? Integer.valueOf(2000 + number(year)) : number(year)),
                null,
                next);
    }

    private static Integer number(String digits) {
        return Integer.valueOf(digits);
    }

    private Optional<Point> dayMonth(int i) {
        var day = words.whole(i);
        if (day.isEmpty()
                || day.getAsInt() > 99
                || !Character.isDigit(words.at(i).text().charAt(0))) {
            return Optional.empty();
        }
        var at = words.skipOf(suffix(i + 1));
        return words.month(at).isPresent()
                ? Optional.of(withYear(day.getAsInt(), words.month(at).getAsInt(), at + 1))
                : Optional.empty();
    }

    private Optional<Point> monthDay(int i) {
        if (words.month(i).isEmpty()) {
            return Optional.empty();
        }
        var at = words.skipOf(i + 1);
        var day = words.whole(at);
        if (day.isEmpty()
                || day.getAsInt() > 99
                || years.plain(at).isPresent()
                || !Character.isDigit(words.at(at).text().charAt(0))
                || isCount(at + 1)) {
            return Optional.empty();
        }
        return Optional.of(withYear(day.getAsInt(), words.month(i).getAsInt(), suffix(at + 1)));
    }

    // "in July 5 campaigns": a number that counts something is no day.
    private boolean isCount(int i) {
        return words.dimension(i).isPresent() || words.isAny(i, Cue.HIGHEST, Cue.LOWEST, Cue.BEST, Cue.WORST);
    }

    private int suffix(int i) {
        return words.is(i, Cue.ORDINAL_SUFFIX) ? i + 1 : i;
    }

    private Point withYear(@Nullable Integer day, int month, int next) {
        var year = years.after(next).filter(found -> !found.fiscal());
        return year.map(found -> new Point(day, month, found.year(), null, found.next()))
                .orElseGet(() -> new Point(day, month, null, null, next));
    }

    private Optional<Point> month(int i) {
        // "the month of May"
        var named = words.skipOf(i + 1);
        if (isOneMonth(i) && named > i + 1 && words.month(named).isPresent()) {
            return Optional.of(withYear(null, words.month(named).getAsInt(), named + 1));
        }
        var last = words.is(i, Cue.LAST) || words.is(i, Cue.THIS);
        var at = last ? i + 1 : i;
        if (words.month(at).isEmpty()) {
            return Optional.empty();
        }
        var month = words.month(at).getAsInt();
        if (last) {
            var year = clock.latestYearOf(month);
            var running = month == clock.today().getMonthValue() && words.is(i, Cue.LAST);
            return Optional.of(new Point(null, month, running ? year - 1 : year, null, at + 1));
        }
        // "July month ka ROAS"
        return Optional.of(withYear(null, month, isOneMonth(at + 1) ? at + 2 : at + 1));
    }

    private boolean isOneMonth(int i) {
        return words.is(i, Cue.MONTH) && ONE_MONTH.contains(words.at(i).key()) && !words.is(i + 1, Cue.WISE);
    }

    private Optional<Point> festival(int i) {
        var last = words.isAny(i, Cue.LAST, Cue.THIS);
        var at = last ? i + 1 : i;
        if (!words.has(at)) {
            return Optional.empty();
        }
        return words.at(at).as(Meaning.Festival.class).map(festival -> {
            var year = last ? Optional.<Years.Year>empty() : years.after(at + 1).filter(found -> !found.fiscal());
            var before = words.is(i, Cue.LAST) && words.mentions(festival) > 1;
            return Point.of(
                    dates(festival, year, before ? 1 : 0),
                    year.map(Years.Year::next).orElse(at + 1));
        });
    }

    // "Diwali vs last Diwali": the last one is that before the one that is named beside it.
    TimeMeaning dates(Meaning.Festival festival, Optional<Years.Year> year, int skipped) {
        var name = festival.day().name();
        return festival.day().dates().stream()
                .filter(dates ->
                        year.isEmpty() || dates.start().getYear() == year.get().year())
                .filter(dates -> year.isPresent() || !dates.start().isAfter(clock.today()))
                .sorted(java.util.Comparator.comparing(Dates::start).reversed())
                .skip(skipped)
                .findFirst()
                .map(dates -> clock.part(new Days(dates.start(), dates.end())))
                .orElseGet(() -> new TimeMeaning.Impossible(
                        Said.of(Saying.FESTIVAL_UNKNOWN).text(name)));
    }

    private Optional<Point> relativeDay(int i) {
        if (words.is(i, Cue.TODAY)) {
            return Optional.of(Point.of(clock.named("today", null), i + 1));
        }
        if (words.is(i, Cue.YESTERDAY)) {
            return Optional.of(Point.of(clock.named("yesterday", null), i + 1));
        }
        if (words.is(i, Cue.DAY_BEFORE_YESTERDAY)) {
            return Optional.of(Point.of(clock.day(clock.today().minusDays(2)), i + 1));
        }
        if (words.whole(i).isPresent() && words.is(i + 1, Cue.DAY) && words.is(i + 2, Cue.AGO)) {
            return Optional.of(
                    Point.of(clock.day(clock.today().minusDays(words.whole(i).getAsInt())), i + 3));
        }
        var last = words.isAny(i, Cue.LAST, Cue.THIS);
        var at = last ? i + 1 : i;
        return words.has(at)
                ? words.at(at)
                        .as(Meaning.Weekday.class)
                        .map(day -> Point.of(
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
                Said.of(Saying.TODAY_OR_WEEK_AGO),
                List.of(choice(Saying.TODAY, day), choice(Saying.A_WEEK_AGO, day.minusWeeks(1))));
    }

    private static TimeMeaning.Choice choice(Saying label, LocalDate day) {
        return new TimeMeaning.Choice(Said.of(label).day(day), new Days(day, day));
    }

    /** The days of a point that stands alone. */
    TimeMeaning resolve(Point point) {
        if (point.closed() != null) {
            return point.closed();
        }
        var month = point.month();
        if (month == null || month < 1 || month > 12) {
            return new TimeMeaning.Impossible(
                    Said.of(Saying.NO_MONTH).text(String.valueOf(month)),
                    month == null ? List.of() : monthFirst(point, month));
        }
        var year = point.year() == null ? latestYear(point.day(), month) : point.year();
        return point.day() == null ? clock.month(year, month) : day(year, month, point.day());
    }

    // The latest such day that has begun; 29 February finds its leap year.
    private int latestYear(@Nullable Integer day, int month) {
        var year = clock.latestYearOf(month);
        return day != null
                        && month == clock.today().getMonthValue()
                        && day > clock.today().getDayOfMonth()
                ? year - 1
                : year;
    }

    TimeMeaning day(int year, int month, int day) {
        try {
            return clock.day(LocalDate.of(year, month, day));
        } catch (DateTimeException impossible) {
            var written = "%d-%02d-%02d".formatted(year, month, day);
            return day > 31 || day < 1
                    ? new TimeMeaning.Impossible(Said.of(Saying.NO_DAY).text(written))
                    : new TimeMeaning.Impossible(
                            Said.of(Saying.NO_DAY_WHICH).text(written), aroundTheEnd(YearMonth.of(year, month)));
        }
    }

    // "31 February": the last day of the month, or the day behind it
    private List<TimeMeaning.Choice> aroundTheEnd(YearMonth month) {
        return Stream.of(month.atEndOfMonth(), month.plusMonths(1).atDay(1))
                .filter(day -> !day.isAfter(clock.today()))
                .map(day -> TimeMeaning.Choice.of(new Days(day, day)))
                .toList();
    }

    // "11/26" may be written month first
    private List<TimeMeaning.Choice> monthFirst(Point point, int written) {
        var day = point.day();
        if (day == null || day < 1 || day > 12 || written < 1 || written > 31) {
            return List.of();
        }
        var year = point.year() == null ? latestYear(written, day) : point.year();
        return Stream.of(day(year, day, written), clock.month(year, day))
                .filter(TimeMeaning.Stretch.class::isInstance)
                .map(meaning -> TimeMeaning.Choice.of(((TimeMeaning.Stretch) meaning).days()))
                .toList();
    }
}
