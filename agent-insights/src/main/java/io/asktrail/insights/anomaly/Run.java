package io.asktrail.insights.anomaly;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Unusual days of one line, one after the other and to the same side. */
record Run(Line line, List<Day> days) {
    /** One unusual day. */
    record Day(LocalDate date, BigDecimal value, Usual usual, BigDecimal score) {
        boolean isHigh() {
            return score.signum() > 0;
        }
    }

    Run {
        days = List.copyOf(days);
    }

    LocalDate from() {
        return days.getFirst().date();
    }

    LocalDate to() {
        return days.getLast().date();
    }

    /** All days together: of noise it is no larger than one day's. */
    BigDecimal score() {
        var sum = days.stream().map(Day::score).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(days.size()).sqrt(MathContext.DECIMAL64), MathContext.DECIMAL64);
    }

    /** How much more, or less, than usual all days together came to. */
    BigDecimal excess() {
        return days.stream()
                .map(day -> day.value().subtract(day.usual().middle()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What its days usually come to. */
    BigDecimal usual() {
        return days.stream().map(day -> day.usual().middle()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The day that is furthest out. */
    Day peak() {
        var peak = days.getFirst();
        for (var day : days) {
            peak = day.score().abs().compareTo(peak.score().abs()) > 0 ? day : peak;
        }
        return Objects.requireNonNull(peak);
    }
}
