package io.asktrail.router.reading;

import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.calendar.CalendarDefinition;
import io.asktrail.registry.calendar.CalendarDefinition.NamedDay;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.time.TimeMeaning;
import io.asktrail.router.vocabulary.Meaning;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The earlier days that a period is held against: like with like. */
final class Comparisons {
    private static final int DIFFERENCE_OF_MONTHS = 3; // 31 days and 28

    private final Sentence sentence;
    private final Findings findings;
    private final @Nullable TaskSpec base;

    Comparisons(Sentence sentence, Findings findings, @Nullable TaskSpec base) {
        this.sentence = sentence;
        this.findings = findings;
        this.base = base;
    }

    @Nullable
    Comparison of(Period period) {
        var calendar = sentence.registry().calendar();
        return switch (findings.compared) {
            case TimeMeaning.YearBefore _ -> yearBefore(period);
            case TimeMeaning.PeriodBefore _ -> calendar.previousPeriod(period);
            case TimeMeaning.Stretch against -> against(period, against);
            case TimeMeaning.Impossible _, TimeMeaning.Ambiguous _ -> null;
            case null -> unnamed(period);
        };
    }

    private @Nullable Comparison unnamed(Period period) {
        var kind = findings.compareKind;
        if (kind == null && base != null && base.compare() != null) {
            kind = base.compare().kind();
            if (kind == Comparison.Kind.EXPLICIT) {
                if (findings.period == null) {
                    return base.compare();
                }
                findings.assumptions.add(Said.of(RouterSaying.COMPARISON_LEFT));
                return null;
            }
        }
        if (kind == null) {
            return null;
        }
        return kind == Comparison.Kind.PREVIOUS_YEAR
                ? yearBefore(period)
                : sentence.registry().calendar().previousPeriod(period);
    }

    private Comparison yearBefore(Period period) {
        return sameNamedDay(period, period.start().getYear() - 1)
                .orElseGet(() -> sentence.registry().calendar().previousYear(period));
    }

    // A Diwali is held against the Diwali of another year, which was on another date.
    private Optional<Comparison> sameNamedDay(Period period, int year) {
        for (var i = 0; i < sentence.size(); i++) {
            var named = sentence.words().at(i).as(Meaning.Festival.class).map(Meaning.Festival::day);
            var days = named.flatMap(
                    day -> day.in(year, period.start(), period.end()).or(() -> sameNamedWeek(day, period, year)));
            if (days.isPresent()) {
                findings.assumptions.add(Said.of(RouterSaying.COMPARED_FESTIVAL)
                        .text(named.get().name())
                        .number(year)
                        .day(days.get().start()));
                return days.map(other -> new Comparison(Comparison.Kind.EXPLICIT, other.start(), other.end()));
            }
        }
        return Optional.empty();
    }

    // The week of a Diwali is held against the week of another one, as far as it has run.
    private Optional<CalendarDefinition.Dates> sameNamedWeek(NamedDay day, Period period, int year) {
        var own = day.dates().stream().filter(dates -> isWeekOf(dates, period)).findFirst();
        var other = own.flatMap(dates -> day.in(year, dates.start(), dates.end()))
                .filter(dates -> startOfWeek(dates.start()).equals(startOfWeek(dates.end())))
                .map(dates -> startOfWeek(dates.start()))
                .map(start -> new CalendarDefinition.Dates(start, start.plusDays(period.days() - 1)))
                .filter(dates -> !dates.end().isAfter(sentence.today()));
        if (own.isPresent() && other.isEmpty()) {
            findings.problems.add(new Problem.BadTime(
                    Said.of(RouterSaying.FESTIVAL_UNKNOWN).text("%s %d".formatted(day.name(), year))));
        }
        return other;
    }

    private boolean isWeekOf(CalendarDefinition.Dates dates, Period period) {
        var whole = period.end().equals(period.start().plusDays(6));
        return startOfWeek(dates.start()).equals(period.start()) && (whole || isRunning(period));
    }

    private LocalDate startOfWeek(LocalDate day) {
        return sentence.registry().calendar().startOf(Grain.WEEK, day);
    }

    private Comparison against(Period period, TimeMeaning.Stretch against) {
        if (findings.comparedPrevious && isAsLong(period, against)) {
            return rightBefore(period, against);
        }
        if (against.days().equals(new Days(period.start(), period.end()))) {
            findings.problems.add(new Problem.BadTime(Said.of(RouterSaying.COMPARED_WITH_ITSELF)
                    .day(period.start())
                    .day(period.end())));
        }
        var calendar = sentence.registry().calendar();
        var yearBefore = calendar.previousYear(period);
        // "July vs last year" means July of last year.
        if ("last_year".equals(against.range()) && !isYear(period)) {
            return yearBefore(period);
        }
        if (against.unit() == Grain.YEAR && !isYear(period)) {
            var year = against.days().start().getYear();
            return sameNamedDay(period, year).orElseGet(() -> sameDaysOf(year, period));
        }
        var periodBefore = calendar.previousPeriod(period);
        var cut = likeWithLike(period, against);
        if (cut.equals(new Comparison(Comparison.Kind.EXPLICIT, periodBefore.start(), periodBefore.end()))) {
            return periodBefore;
        }
        return cut.equals(new Comparison(Comparison.Kind.EXPLICIT, yearBefore.start(), yearBefore.end()))
                ? yearBefore
                : cut;
    }

    // Of the same unit, or of about as many days: months differ by three at most, and a week may be told by its dates.
    private static boolean isAsLong(Period period, TimeMeaning.Stretch against) {
        var unit = unitOf(period);
        return against.unit() == unit && unit != null
                || Math.abs(period.days() - against.days().count()) <= DIFFERENCE_OF_MONTHS;
    }

    private Comparison rightBefore(Period period, TimeMeaning.Stretch against) {
        var before = sentence.registry().calendar().previousPeriod(period);
        var days = against.days().count();
        if (against.unit() != null) {
            return before;
        }
        return new Comparison(
                Comparison.Kind.EXPLICIT,
                period.start().minusDays(days),
                period.start().minusDays(1));
    }

    // "Q1 2025 vs 2024" holds the first quarters against each other.
    private Comparison sameDaysOf(int year, Period period) {
        var years = period.start().getYear() - year;
        var start = period.start().minusYears(years);
        var wholeMonths = period.end().plusDays(1).getDayOfMonth() == 1;
        var end = wholeMonths
                ? period.end().plusDays(1).minusYears(years).minusDays(1)
                : period.end().minusYears(years);
        if (end.isAfter(sentence.today())) {
            findings.problems.add(new Problem.BadTime(
                    Said.of(RouterSaying.COMPARE_IN_FUTURE).day(start).day(end)));
            return new Comparison(Comparison.Kind.EXPLICIT, start, start);
        }
        findings.assumptions.add(Said.of(RouterSaying.COMPARED_YEAR).number(year));
        return new Comparison(Comparison.Kind.EXPLICIT, start, end);
    }

    private static boolean isYear(Period period) {
        return period.days() > 366 / 2 && period.start().getDayOfYear() == 1 || "this_year".equals(period.range());
    }

    // A period that still runs is compared with as many days of the other.
    private Comparison likeWithLike(Period period, TimeMeaning.Stretch against) {
        var days = against.days();
        var end = days.end();
        if (isRunning(period) && isOfTheSameUnit(period, against)) {
            // As many days; of years the same date, which a leap day does not move.
            var sameDay = isYearLong(days)
                    ? days.start().plus(period.start().until(period.end()))
                    : days.start().plusDays(period.days() - 1);
            end = sameDay.isBefore(end) ? sameDay : end;
            findings.assumptions.add(Said.of(RouterSaying.COMPARED_RUNNING));
        }
        return new Comparison(Comparison.Kind.EXPLICIT, days.start(), atLeast(days.start(), end));
    }

    private static boolean isOfTheSameUnit(Period period, TimeMeaning.Stretch against) {
        return "this_fiscal_year".equals(period.range())
                ? isYearLong(against.days())
                : against.unit() != null && against.unit() == unitOf(period);
    }

    private static boolean isYearLong(Days days) {
        return days.end().equals(days.start().plusYears(1).minusDays(1));
    }

    private static LocalDate atLeast(LocalDate start, LocalDate end) {
        return end.isBefore(start) ? start : end;
    }

    private boolean isRunning(Period period) {
        return period.range() != null
                && period.range().startsWith("this_")
                && period.end().equals(sentence.today());
    }

    private static @Nullable Grain unitOf(Period period) {
        return switch (period.range()) {
            case "this_week" -> Grain.WEEK;
            case "this_month" -> Grain.MONTH;
            case "this_quarter" -> Grain.QUARTER;
            case "this_year" -> Grain.YEAR;
            case null, default -> null;
        };
    }
}
