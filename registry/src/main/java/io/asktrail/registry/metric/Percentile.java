package io.asktrail.registry.metric;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Which of the values is meant, and what has a value each: the middle of the orders' amounts, say.
 *
 * @param p the part of the values that lie below, between 0 and 1: 0.5 is the median
 * @param per the column that is the same in all rows of one thing; the rows' numbers are added up for each first
 * @param less a column that is taken off the measure's own, e.g. refunds; null if there is none
 */
public record Percentile(BigDecimal p, String per, @Nullable String less) {
    /** More would need more places than are kept between two values of money. */
    private static final int MOST_PLACES = 4;

    public Percentile {
        if (p.signum() <= 0
                || p.compareTo(BigDecimal.ONE) >= 0
                || p.stripTrailingZeros().scale() > MOST_PLACES) {
            throw new IllegalArgumentException(
                    "p is %s: it lies between 0 and 1, with %d places at most".formatted(p, MOST_PLACES));
        }
        p = p.stripTrailingZeros();
    }

    public boolean isMedian() {
        return p.compareTo(new BigDecimal("0.5")) == 0;
    }
}
