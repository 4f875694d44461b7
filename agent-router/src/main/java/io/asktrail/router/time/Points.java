package io.asktrail.router.time;

import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads single dates, whole or in part: 5 October, 05/10/2025, July, the 3rd, Diwali 2024, Monday. */
final class Points {
    private final Words words;
    private final Clock clock;
    private final Years years;
    private final Festivals festivals;

    Points(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
        years = new Years(words, clock);
        festivals = new Festivals(words, clock, years);
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
        return dated(i).or(() -> ofLeadingYear(i))
                .or(() -> new WeekdayDates(words, this).at(i, this::dated))
                .or(() -> month(i))
                .or(() -> festivals.at(i))
                .or(() -> new NearDays(words, clock).at(i));
    }

    // "05/10/2025", "5 October", "October 5th"
    private Optional<Point> dated(int i) {
        if (!words.has(i)) {
            return Optional.empty();
        }
        return words.at(i)
                .as(Meaning.DateText.class)
                .map(text -> new WrittenDates(clock).at(text.text(), i + 1))
                .or(() -> dayMonth(i))
                .or(() -> monthDay(i));
    }

    // "last year October", "2024 ki Diwali"
    private Optional<Point> ofLeadingYear(int i) {
        return years.calendarYear(i).flatMap(year -> {
            var at = words.skipOf(year.next());
            var relative = words.isAny(i, Cue.LAST, Cue.THIS);
            // A bare number is a year only if what follows belongs to it; "may" may ask.
            if (!words.has(at) || words.at(at).filler() || !relative && !words.is(at - 1, WordKind.OWNING)) {
                return Optional.empty();
            }
            return dayMonth(at)
                    .or(() -> monthDay(at))
                    .or(() -> month(at))
                    .filter(point -> point.year() == null)
                    .map(point -> point.inYear(year.year()))
                    .or(() -> festivals.in(year.year(), at));
        });
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

    private Optional<Point> dayMonth(int i) {
        var day = words.whole(i);
        if (day.isEmpty()
                || day.getAsInt() > 99
                || !Character.isDigit(words.at(i).text().charAt(0))) {
            return Optional.empty();
        }
        var at = words.skipOf(suffix(i + 1));
        if (isMonthBeside(i, at)) {
            var running = YearMonth.from(clock.today());
            var of = words.is(at, Cue.LAST) ? running.minusMonths(1) : running;
            return Optional.of(new Point(day.getAsInt(), of.getMonthValue(), of.getYear(), null, at + 2));
        }
        return words.month(at).isPresent()
                ? Optional.of(withYear(day.getAsInt(), words.month(at).getAsInt(), at + 1))
                : Optional.empty();
    }

    // "the 5th of last month", "12 to 18 this month"; in "top 5 of last month" no day is told
    private boolean isMonthBeside(int i, int at) {
        var joint = words.skipLinksBackTo(i, Cue.TO);
        var behind = words.isAny(joint, Cue.TO, Cue.DASH);
        var ordinal = words.is(i + 1, Cue.ORDINAL_SUFFIX) && (at > i + 2 || behind);
        return (ordinal || behind && words.whole(joint - 1).isPresent())
                && words.isAny(at, Cue.LAST, Cue.THIS)
                && words.is(at + 1, Cue.MONTH);
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
        return words.is(i, WordKind.ONE_MONTH) && !words.is(i + 1, Cue.WISE);
    }

    /** The days of a point that stands alone. */
    TimeMeaning resolve(Point point) {
        if (point.closed() != null) {
            return point.closed();
        }
        var month = point.month();
        if (month == null || month < 1 || month > 12) {
            return new TimeMeaning.Impossible(
                    Said.of(RouterSaying.NO_MONTH).text(String.valueOf(month)),
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
                    ? new TimeMeaning.Impossible(Said.of(RouterSaying.NO_DAY).text(written))
                    : new TimeMeaning.Impossible(
                            Said.of(RouterSaying.NO_DAY_WHICH).text(written), aroundTheEnd(YearMonth.of(year, month)));
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
