package io.asktrail.insights.anomaly;

import java.math.BigDecimal;

/**
 * How far out a run of days has to be.
 *
 * @param day robust standard deviations of its first and its last day
 * @param run of all its days together: their sum over the root of their number, which for noise is like one day's
 * @param alone of a run of one day: of lumpy numbers a single day proves little
 * @param weight of its excess in what the whole usually comes to, so that a small campaign's odd day is no news
 * @param share of its excess in what it usually comes to itself
 */
record Thresholds(BigDecimal day, BigDecimal run, BigDecimal alone, BigDecimal weight, BigDecimal share) {
    /** Days of a run at most: what lasts longer is the new usual. */
    static final int LONGEST = 14;

    static final Thresholds WHOLE = new Thresholds(
            new BigDecimal(3), new BigDecimal(3), new BigDecimal(3), BigDecimal.ZERO, new BigDecimal("0.1"));

    /** Many lines are looked at, so that chance finds something in one of them: each has to stand out more. */
    static final Thresholds MEMBER = new Thresholds(
            new BigDecimal(1), new BigDecimal(5), new BigDecimal(10), new BigDecimal("0.01"), new BigDecimal("0.3"));

    static Thresholds of(Line line) {
        return line.isWhole() ? WHOLE : MEMBER;
    }
}
