package io.asktrail.insights.anomaly;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Days of one line that are unusual together, to the same side; it begins and ends with a day that is so alone. */
record Run(Line line, List<Day> days) {
    private static final BigDecimal NEARLY = new BigDecimal("0.2");

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

    /** Whether its ends are out by themselves, to the side of all of it. */
    boolean beginsAndEndsOut() {
        return isOut(days.getFirst()) && isOut(days.getLast());
    }

    private boolean isOut(Day day) {
        return day.score().abs().compareTo(Thresholds.of(line).day()) > 0 && day.isHigh() == score().signum() > 0;
    }

    boolean standsOutMoreThan(Run other) {
        return score().abs().compareTo(other.score().abs()) > 0;
    }

    /** Whether it is another's excess seen from another side: the same number, days in common, nearly as much. */
    boolean isTheSameAs(Run other) {
        var more = excess().abs().max(other.excess().abs());
        return line.metric().equals(other.line.metric())
                && !from().isAfter(other.to())
                && !to().isBefore(other.from())
                && excess().subtract(other.excess()).abs().compareTo(more.multiply(NEARLY)) <= 0;
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
