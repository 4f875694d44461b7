package io.asktrail.insights.anomaly;

import java.math.BigDecimal;

/**
 * How far out days have to be.
 *
 * @param day robust standard deviations of each day of a run
 * @param run of all its days together: their sum over the root of their number, which for noise is like one day's
 * @param alone of a run of one day: of lumpy numbers a single day proves little
 * @param weight of a member's excess in a usual day of the whole, so that a small campaign's odd day is no news
 * @param share of the usual value that the excess has to come to at least
 */
record Thresholds(BigDecimal day, BigDecimal run, BigDecimal alone, BigDecimal weight, BigDecimal share) {
    static final Thresholds WHOLE =
            new Thresholds(new BigDecimal(3), new BigDecimal(3), new BigDecimal(3), BigDecimal.ZERO, new BigDecimal("0.1"));

    /** Many lines are looked at, so that chance finds something in one of them: each has to stand out more. */
    static final Thresholds MEMBER =
            new Thresholds(
                    new BigDecimal(1),
                    new BigDecimal(5),
                    new BigDecimal(10),
                    new BigDecimal("0.01"),
                    new BigDecimal("0.3"));

    static Thresholds of(Line line) {
        return line.isWhole() ? WHOLE : MEMBER;
    }
}
