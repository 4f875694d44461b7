package io.asktrail.compute;

import static java.math.MathContext.DECIMAL128;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * What the next days bring if weekdays stay what they lately were: the mean of each, moved on by the drift between the last
 * weeks and those before. The drift fades, since nothing grows by the same step for ever.
 */
final class WeeklyPattern {
    /** Fewer weeks than this say too little of the next one. */
    static final int LEAST_WEEKS = 8;

    /** The weeks that a weekday's mean is of, and those that they are held against. */
    static final int WINDOW = 4;

    private static final int WEEK = DailyHistory.WEEK;
    private static final BigDecimal FADING = new BigDecimal("0.9");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final BigDecimal[] byWeekday = new BigDecimal[WEEK];
    private final BigDecimal driftOfWeek;
    private final int window;
    private final boolean neverBelowZero;

    /** @param days of whole weeks, at least two; a forecast of days 1 … 7 ahead follows the last of them */
    WeeklyPattern(BigDecimal[] days) {
        window = Math.min(WINDOW, days.length / WEEK / 2);
        var latest = Arrays.copyOfRange(days, days.length - window * WEEK, days.length);
        var earlier = Arrays.copyOfRange(days, days.length - 2 * window * WEEK, days.length - window * WEEK);
        for (var weekday = 0; weekday < WEEK; weekday++) {
            var sum = BigDecimal.ZERO;
            for (var day = weekday; day < latest.length; day += WEEK) {
                sum = sum.add(latest[day]);
            }
            byWeekday[weekday] = sum.divide(BigDecimal.valueOf(window), DECIMAL128);
        }
        // The change of the mean day over as many weeks as lie between the middles of the two windows.
        driftOfWeek = sum(latest)
                .subtract(sum(earlier))
                .divide(BigDecimal.valueOf((long) window * WEEK * window), DECIMAL128);
        neverBelowZero = Arrays.stream(days).allMatch(number -> number.signum() >= 0);
    }

    /** @param days how far ahead; 1 is the day after the last */
    BigDecimal ahead(int days) {
        var weeks = week(days);
        // From the middle of the window to its end the drift is whole, from there on it fades.
        var steps = BigDecimal.valueOf(window - 1L).divide(TWO, DECIMAL128);
        var step = BigDecimal.ONE;
        for (var i = 1; i <= weeks; i++) {
            step = step.multiply(FADING, DECIMAL128);
            steps = steps.add(step);
        }
        return within(byWeekday[(days - 1) % WEEK].add(driftOfWeek.multiply(steps, DECIMAL128)));
    }

    /** Not below zero, where nothing ever was. */
    BigDecimal within(BigDecimal number) {
        return neverBelowZero && number.signum() < 0 ? BigDecimal.ZERO : number;
    }

    /** The week that a day ahead is in; 1 is the first. */
    static int week(int days) {
        return (days + WEEK - 1) / WEEK;
    }

    static BigDecimal sum(BigDecimal[] numbers) {
        return Arrays.stream(numbers).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
