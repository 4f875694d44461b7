package io.asktrail.insights.seen;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** The middle of numbers and how far from it they usually are, whatever a few of them do. */
public record Robust(BigDecimal median, BigDecimal deviation) {
    /** Makes the median deviation of normal noise its standard deviation. */
    private static final BigDecimal NORMAL = new BigDecimal("1.4826");

    private static final BigDecimal TWO = new BigDecimal(2);

    /** @param numbers at least one */
    public static Robust of(List<BigDecimal> numbers) {
        var median = median(numbers);
        var distances =
                numbers.stream().map(number -> number.subtract(median).abs()).toList();
        return new Robust(median, median(distances).multiply(NORMAL, MathContext.DECIMAL128));
    }

    /** The middle one, or the mean of the two in the middle. */
    public static BigDecimal median(List<BigDecimal> numbers) {
        var sorted = numbers.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(TWO, MathContext.DECIMAL128);
    }

    public BigDecimal low(BigDecimal deviations) {
        return median.subtract(deviation.multiply(deviations));
    }

    public BigDecimal high(BigDecimal deviations) {
        return median.add(deviation.multiply(deviations));
    }
}
