package io.asktrail.registry.calendar;

import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Pattern;

/** What relative times mean, as dates. {@code today} is always given: nothing here looks at a clock. */
public record BusinessCalendar(CalendarDefinition definition) {
    private static final Pattern LAST_N_DAYS = Pattern.compile("last_([1-9][0-9]{0,3})_days");
    private static final Pattern LAST_N = Pattern.compile("last_([1-9][0-9]{0,2})_(weeks|months|quarters)");

    /** Both ends included. */
    public record Days(LocalDate start, LocalDate end) {
        public long count() {
            return java.time.temporal.ChronoUnit.DAYS.between(start, end) + 1;
        }
    }

    /** The period of a question that names none: the last complete days. */
    public Period defaultPeriod(LocalDate today) {
        var name = "last_%d_days".formatted(definition.defaultDays());
        var days = resolve(name, today).orElseThrow();
        return new Period(days.start(), days.end(), definition.tz(), name, null);
    }

    /**
     * The days of a relative range such as {@code last_month}, {@code last_45_days}, {@code last_3_weeks} or
     * {@code this_fiscal_year}; empty if there is no such range. A range that still runs ends today.
     */
    public Optional<Days> resolve(String range, LocalDate today) {
        var lastDays = LAST_N_DAYS.matcher(range);
        if (lastDays.matches()) {
            return Optional.of(new Days(today.minusDays(Long.parseLong(lastDays.group(1))), today.minusDays(1)));
        }
        var lastUnits = LAST_N.matcher(range);
        if (lastUnits.matches()) {
            return Optional.of(lastComplete(Integer.parseInt(lastUnits.group(1)), lastUnits.group(2), today));
        }
        return Optional.ofNullable(named(range, today));
    }

    private @org.jspecify.annotations.Nullable Days named(String range, LocalDate today) {
        return switch (range) {
            case "today" -> new Days(today, today);
            case "yesterday" -> new Days(today.minusDays(1), today.minusDays(1));
            case "this_week" -> new Days(startOf(Grain.WEEK, today), today);
            case "this_month" -> new Days(startOf(Grain.MONTH, today), today);
            case "this_quarter" -> new Days(startOf(Grain.QUARTER, today), today);
            case "this_year" -> new Days(startOf(Grain.YEAR, today), today);
            case "this_fiscal_year" -> new Days(startOfFiscalYear(today), today);
            case "last_week" -> lastComplete(1, "weeks", today);
            case "last_month" -> lastComplete(1, "months", today);
            case "last_quarter" -> lastComplete(1, "quarters", today);
            case "last_year" -> {
                var start = startOf(Grain.YEAR, today);
                yield new Days(start.minusYears(1), start.minusDays(1));
            }
            case "last_fiscal_year" -> {
                var start = startOfFiscalYear(today);
                yield new Days(start.minusYears(1), start.minusDays(1));
            }
            default -> null;
        };
    }

    private Days lastComplete(int count, String unit, LocalDate today) {
        return switch (unit) {
            case "weeks" -> {
                var start = startOf(Grain.WEEK, today);
                yield new Days(start.minusWeeks(count), start.minusDays(1));
            }
            case "months" -> {
                var start = startOf(Grain.MONTH, today);
                yield new Days(start.minusMonths(count), start.minusDays(1));
            }
            default -> {
                var start = startOf(Grain.QUARTER, today);
                yield new Days(start.minusMonths(3L * count), start.minusDays(1));
            }
        };
    }

    /** The first day of the week, month, quarter or year that holds a day. */
    public LocalDate startOf(Grain grain, LocalDate day) {
        return switch (grain) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(definition.weekStart()));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day of the fiscal year that holds a day. */
    public LocalDate startOfFiscalYear(LocalDate day) {
        var start = day.withMonth(definition.fiscalYearStart().getValue()).withDayOfMonth(1);
        return start.isAfter(day) ? start.minusYears(1) : start;
    }

    /** FY25 is the fiscal year that ends in 2025. */
    public Days fiscalYear(int endingIn) {
        var start = LocalDate.of(endingIn, definition.fiscalYearStart(), 1);
        start = definition.fiscalYearStart().getValue() == 1 ? start : start.minusYears(1);
        return new Days(start, start.plusYears(1).minusDays(1));
    }

    /**
     * The days before a period: the previous whole month, quarter or year if it is a whole one; the same days of the
     * previous one if it is a part from a start (a month to date); else as many days just before.
     */
    public Comparison previousPeriod(Period period) {
        var days = previous(period);
        return new Comparison(Comparison.Kind.PREVIOUS_PERIOD, days.start(), days.end());
    }

    private Days previous(Period period) {
        var toDate = period.range() != null && period.range().startsWith("this_");
        if (toDate || isWhole(period)) {
            var months = monthsOf(period);
            if (months > 0) {
                var start = period.start().minusMonths(months);
                var end = isWhole(period)
                        ? period.start().minusDays(1)
                        : min(start.plusDays(period.days() - 1), period.start().minusDays(1));
                return new Days(start, end);
            }
            if (toDate && "this_week".equals(period.range())) {
                return new Days(period.start().minusWeeks(1), period.end().minusWeeks(1));
            }
        }
        return new Days(period.start().minusDays(period.days()), period.start().minusDays(1));
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    // How many months the unit has that the period is, or has begun to be; 0 if it is no calendar unit.
    private int monthsOf(Period period) {
        if (isWhole(period)) {
            return (int) java.time.temporal.ChronoUnit.MONTHS.between(
                    period.start(), period.end().plusDays(1));
        }
        return switch (period.range() == null ? "" : period.range()) {
            case "this_month" -> 1;
            case "this_quarter" -> 3;
            case "this_year", "this_fiscal_year" -> 12;
            default -> 0;
        };
    }

    /** Whether the period is one or more whole calendar months. */
    public boolean isWhole(Period period) {
        return period.start().getDayOfMonth() == 1
                && period.end().equals(YearMonth.from(period.end()).atEndOfMonth());
    }

    /** The same dates a year before; 29 February becomes 28 February. */
    public Comparison previousYear(Period period) {
        var start = period.start().minusYears(1);
        var end = isWhole(period)
                ? YearMonth.from(period.end().minusYears(1)).atEndOfMonth()
                : period.end().minusYears(1);
        return new Comparison(Comparison.Kind.PREVIOUS_YEAR, start, end);
    }
}
