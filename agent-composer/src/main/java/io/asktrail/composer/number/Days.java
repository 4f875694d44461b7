package io.asktrail.composer.number;

import io.asktrail.contracts.task.Grain;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes days and periods: {@code 1–31 Oct 2025}. */
public final class Days {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    private Days() {}

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** What both ends share is written once. */
    public static String period(LocalDate start, LocalDate end) {
        if (start.equals(end)) {
            return day(end);
        }
        if (start.getYear() != end.getYear()) {
            return day(start) + " – " + day(end);
        }
        return start.getMonth() == end.getMonth()
                ? start.getDayOfMonth() + "–" + day(end)
                : DAY_OF_YEAR.format(start) + " – " + day(end);
    }

    /** One point of a series, by the first day it stands for. */
    public static String point(LocalDate first, Grain grain) {
        return switch (grain) {
            case DAY -> day(first);
            case WEEK -> "the week of " + day(first);
            case MONTH -> MONTH.format(first);
            case QUARTER -> "Q%d %d".formatted((first.getMonthValue() + 2) / 3, first.getYear());
            case YEAR -> Integer.toString(first.getYear());
        };
    }
}
