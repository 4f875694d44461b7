package io.asktrail.insights.pacing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Spend and budget day by day, and what they come to at the end of the period if the coming days are like the last
 * ones: each coming day spends the mean of the last seven known days, and has the budget of the last one.
 *
 * @param end the last day that is planned for
 */
public record Pace(NavigableMap<LocalDate, Day> days, LocalDate end) {
    private static final int RECENT = 7;

    /** A day on which so much of the budget is gone was held back by it: Amazon seldom spends the last rupee. */
    private static final BigDecimal CAPPED = new BigDecimal("0.95");

    /** What was spent and what might have been. */
    public record Day(BigDecimal spend, BigDecimal budget) {
        Day plus(Day other) {
            return new Day(spend.add(other.spend), budget.add(other.budget));
        }

        public boolean isCapped() {
            return budget.signum() > 0 && spend.compareTo(budget.multiply(CAPPED)) >= 0;
        }
    }

    public Pace {
        days = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(days));
    }

    BigDecimal spend() {
        return days.values().stream().map(Day::spend).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal budget() {
        return days.values().stream().map(Day::budget).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal projected() {
        return spend().add(rate().multiply(BigDecimal.valueOf(daysLeft())));
    }

    BigDecimal planned() {
        return budget().add(days.lastEntry().getValue().budget().multiply(BigDecimal.valueOf(daysLeft())));
    }

    long cappedDays() {
        return days.values().stream().filter(Day::isCapped).count();
    }

    /** The coming day on which the planned budget will have been used up; empty if it lasts. */
    Optional<LocalDate> runsOut() {
        var left = planned().subtract(spend());
        var rate = rate();
        if (rate.signum() == 0 || projected().compareTo(planned()) <= 0) {
            return Optional.empty();
        }
        var lasts = left.max(BigDecimal.ZERO).divide(rate, MathContext.DECIMAL64);
        var whole = lasts.setScale(0, java.math.RoundingMode.CEILING).max(BigDecimal.ONE);
        return Optional.of(days.lastKey().plusDays(whole.longValueExact()));
    }

    private long daysLeft() {
        return Math.max(0, ChronoUnit.DAYS.between(days.lastKey(), end));
    }

    private BigDecimal rate() {
        var recent = days.descendingMap().values().stream().limit(RECENT).toList();
        return recent.stream()
                .map(Day::spend)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(recent.size()), MathContext.DECIMAL64);
    }
}
