package io.asktrail.insights.anomaly;

import io.asktrail.insights.seen.Robust;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is usual on one day: the middle of the same weekdays before it, and how far days are from the middle of their
 * weekday. Medians, so that one earlier incident does not hide the next.
 *
 * @param middle of the same weekdays before
 * @param deviation one robust standard deviation: 1.4826 times the median distance, or the distance that one day in
 *     twenty passes over 1.96, whichever is more
 */
record Usual(BigDecimal middle, BigDecimal deviation) {
    /** Weeks that are looked back at. */
    static final int WEEKS = 12;

    /** With fewer of the same weekday nothing is said. */
    static final int FEWEST = 8;

    /** One in twenty, the furthest out, says nothing about noise: earlier incidents are among them. */
    private static final int OUTER = 20;

    /** Of normal noise, one in twenty is further out than so many standard deviations. */
    private static final BigDecimal EDGE = new BigDecimal("1.96");

    static Optional<Usual> before(LocalDate day, Line line) {
        var same = new ArrayList<BigDecimal>();
        for (var week = 1; week <= WEEKS; week++) {
            line.on(day.minusWeeks(week)).ifPresent(same::add);
        }
        if (same.size() < FEWEST) {
            return Optional.empty();
        }
        return Optional.of(new Usual(Robust.median(same), noise(day, line)));
    }

    // Over all weekdays: twelve Mondays alone say little about how far a day strays.
    private static BigDecimal noise(LocalDate day, Line line) {
        var distances = new ArrayList<BigDecimal>();
        for (var weekday = 1; weekday <= 7; weekday++) {
            var values = new ArrayList<BigDecimal>();
            for (var week = 0; week < WEEKS; week++) {
                line.on(day.minusDays(weekday + 7L * week)).ifPresent(values::add);
            }
            if (values.size() >= 2) {
                var middle = Robust.median(List.copyOf(values));
                values.forEach(value -> distances.add(value.subtract(middle)));
            }
        }
        if (distances.isEmpty()) {
            return BigDecimal.ZERO;
        }
        return Robust.of(distances).deviation().max(edge(distances));
    }

    // Where most days are nothing and a few are much, the median distance is nothing, and every order would be news.
    private static BigDecimal edge(List<BigDecimal> distances) {
        var sizes = distances.stream().map(BigDecimal::abs).sorted().toList();
        return sizes.get(sizes.size() - 1 - sizes.size() / OUTER).divide(EDGE, MathContext.DECIMAL64);
    }

    /** The same where everything together is so many times what it usually is: nobody stands out by moving with all. */
    Usual times(BigDecimal factor) {
        return new Usual(
                middle.multiply(factor, MathContext.DECIMAL64),
                deviation.multiply(factor.max(BigDecimal.ONE), MathContext.DECIMAL64));
    }

    /** How many deviations a value is off; empty where days never differ. */
    Optional<BigDecimal> score(BigDecimal value) {
        return deviation.signum() == 0
                ? Optional.empty()
                : Optional.of(value.subtract(middle).divide(deviation, MathContext.DECIMAL64));
    }

    BigDecimal low(BigDecimal deviations) {
        return middle.subtract(deviation.multiply(deviations));
    }

    BigDecimal high(BigDecimal deviations) {
        return middle.add(deviation.multiply(deviations));
    }
}
