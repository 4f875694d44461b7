package io.asktrail.insights.anomaly;

import java.math.BigDecimal;

/**
 * How far out a day has to be.
 *
 * @param deviations in robust standard deviations
 * @param weight of a member's excess in a usual day of the whole, so that a small campaign's odd day is no news
 * @param share of the usual value that the excess has to come to at least
 */
record Thresholds(BigDecimal deviations, BigDecimal weight, BigDecimal share) {
    static final Thresholds WHOLE = new Thresholds(new BigDecimal(3), BigDecimal.ZERO, new BigDecimal("0.1"));

    /** Many lines are looked at, so that chance finds something in one of them: each has to stand out more. */
    static final Thresholds MEMBER =
            new Thresholds(new BigDecimal(5), new BigDecimal("0.02"), new BigDecimal("0.3"));

    static Thresholds of(Line line) {
        return line.isWhole() ? WHOLE : MEMBER;
    }
}
