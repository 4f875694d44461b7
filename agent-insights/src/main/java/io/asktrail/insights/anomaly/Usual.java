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
 * @param deviation one robust standard deviation (1.4826 times the median distance)
 */
record Usual(BigDecimal middle, BigDecimal deviation) {
    /** Weeks that are looked back at. */
    static final int WEEKS = 12;

    /** With fewer of the same weekday nothing is said. */
    static final int FEWEST = 8;

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
        return distances.isEmpty() ? BigDecimal.ZERO : Robust.of(distances).deviation();
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
