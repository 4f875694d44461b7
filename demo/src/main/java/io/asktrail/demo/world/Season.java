package io.asktrail.demo.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** How the calendar moves demand. */
public final class Season {
    private static final List<LocalDate> DIWALI = List.of(
            LocalDate.of(2023, 11, 12),
            LocalDate.of(2024, 10, 31),
            LocalDate.of(2025, 10, 20),
            LocalDate.of(2026, 11, 8),
            LocalDate.of(2027, 10, 29),
            LocalDate.of(2028, 10, 17));
    private static final int FESTIVE_DAYS = 21;

    private Season() {}

    /** Diwali of that year; empty outside the years that are listed. */
    public static Optional<LocalDate> diwali(int year) {
        return DIWALI.stream().filter(date -> date.getYear() == year).findFirst();
    }

    /** Demand of a day against an ordinary Tuesday. */
    public static double demand(LocalDate day) {
        return weekday(day.getDayOfWeek()) * payday(day) * saleDays(day) * festive(day);
    }

    /** Whether shops give more off than usual. */
    public static boolean isSale(LocalDate day) {
        return saleDays(day) > 1 || festive(day) > 1;
    }

    /** How much a category gains beside the others in the weeks before Diwali. */
    static double festiveLift(String category, LocalDate day) {
        boolean gift = category.equals("Kitchen") || category.equals("Home Decor") || category.equals("Beauty");
        return gift && festive(day) > 1 ? 1.45 : 1;
    }

    private static double weekday(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> 0.96;
            case TUESDAY -> 1;
            case WEDNESDAY -> 0.98;
            case THURSDAY -> 1.02;
            case FRIDAY -> 1.06;
            case SATURDAY -> 1.18;
            case SUNDAY -> 1.26;
        };
    }

    private static double payday(LocalDate day) {
        boolean monthEnd = day.getDayOfMonth() > day.lengthOfMonth() - 2;
        return monthEnd || day.getDayOfMonth() <= 3 ? 1.12 : 1;
    }

    private static double saleDays(LocalDate day) {
        return within(day, MonthDay.of(1, 20), MonthDay.of(1, 26))
                        || within(day, MonthDay.of(8, 10), MonthDay.of(8, 15))
                ? 1.35
                : 1;
    }

    private static double festive(LocalDate day) {
        return diwali(day.getYear())
                .map(diwali -> festive(ChronoUnit.DAYS.between(day, diwali)))
                .orElse(1.0);
    }

    private static double festive(long daysToGo) {
        if (daysToGo > FESTIVE_DAYS || daysToGo < -5) {
            return 1;
        }
        return daysToGo > 0 ? 1.25 + 0.65 * (FESTIVE_DAYS - daysToGo) / FESTIVE_DAYS : 0.8;
    }

    static boolean within(LocalDate day, MonthDay from, MonthDay to) {
        var monthDay = MonthDay.from(day);
        boolean afterStart = !monthDay.isBefore(from);
        boolean beforeEnd = !monthDay.isAfter(to);
        return from.isAfter(to) ? afterStart || beforeEnd : afterStart && beforeEnd;
    }
}
