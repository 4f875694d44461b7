package io.asktrail.router.time;

import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.calendar.BusinessCalendar;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.saying.RouterSaying;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The calendar as it stands today: builds stretches, cuts what still runs at today, refuses what lies ahead. */
record Clock(BusinessCalendar calendar, LocalDate today) {
    TimeMeaning named(String range, @Nullable Grain unit) {
        return new TimeMeaning.Stretch(calendar.resolve(range, today).orElseThrow(), range, unit);
    }

    /** Days that were given; what still runs ends today. */
    TimeMeaning given(LocalDate start, LocalDate end, @Nullable Grain unit) {
        if (start.isAfter(today)) {
            return new TimeMeaning.Impossible(
                    Said.of(RouterSaying.IN_FUTURE).day(start).day(today));
        }
        if (unit != null && end.isAfter(today)) {
            return new TimeMeaning.Stretch(
                    new Days(start, today), "this_" + unit.name().toLowerCase(java.util.Locale.ROOT), unit);
        }
        return end.isAfter(today)
                ? new TimeMeaning.Impossible(
                        Said.of(RouterSaying.IN_FUTURE).day(end).day(today))
                : new TimeMeaning.Stretch(new Days(start, end), null, unit);
    }

    TimeMeaning day(LocalDate day) {
        return given(day, day, null);
    }

    TimeMeaning month(int year, int month) {
        var whole = YearMonth.of(year, month);
        return given(whole.atDay(1), whole.atEndOfMonth(), Grain.MONTH);
    }

    /** The year of the latest month of that name that has begun. */
    int latestYearOf(int month) {
        return month <= today.getMonthValue() ? today.getYear() : today.getYear() - 1;
    }

    TimeMeaning quarter(int year, int quarter) {
        var start = LocalDate.of(year, quarter * 3 - 2, 1);
        return given(start, start.plusMonths(3).minusDays(1), Grain.QUARTER);
    }

    TimeMeaning half(int year, int half) {
        var start = LocalDate.of(year, half * 6 - 5, 1);
        return part(new Days(start, start.plusMonths(6).minusDays(1)));
    }

    TimeMeaning year(int year) {
        return given(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Grain.YEAR);
    }

    TimeMeaning fiscalYear(int endingIn) {
        var days = calendar.fiscalYear(endingIn);
        if (days.end().isBefore(today) || days.start().isAfter(today)) {
            return given(days.start(), days.end(), null);
        }
        return new TimeMeaning.Stretch(new Days(days.start(), today), "this_fiscal_year", null);
    }

    TimeMeaning fiscalQuarter(int endingIn, int quarter) {
        var start = calendar.fiscalYear(endingIn).start().plusMonths(3L * (quarter - 1));
        return given(start, start.plusMonths(3).minusDays(1), Grain.QUARTER);
    }

    /** The calendar quarter that lies in a fiscal year. */
    TimeMeaning quarterOfFiscalYear(int endingIn, int quarter) {
        var first = calendar.fiscalYear(endingIn).start().getMonthValue();
        return fiscalQuarter(endingIn, 1 + Math.floorMod(quarter * 3 - 2 - first, 12) / 3);
    }

    TimeMeaning fiscalHalf(int endingIn, int half) {
        var start = calendar.fiscalYear(endingIn).start().plusMonths(6L * (half - 1));
        return part(new Days(start, start.plusMonths(6).minusDays(1)));
    }

    /** A stretch that may still run. */
    TimeMeaning part(Days days) {
        if (days.start().isAfter(today)) {
            return given(days.start(), days.end(), null);
        }
        return new TimeMeaning.Stretch(
                new Days(days.start(), days.end().isAfter(today) ? today : days.end()), null, null);
    }

    TimeMeaning weekOf(LocalDate day) {
        var start = calendar.startOf(Grain.WEEK, day);
        return given(start, start.plusDays(6), Grain.WEEK);
    }
}
