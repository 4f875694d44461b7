package io.asktrail.compute;

import static java.math.MathContext.DECIMAL128;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How far off the same way of foretelling was in weeks that are over: each of the last weeks is foretold from the weeks
 * before it alone.
 *
 * @param days how far off each held-back day was, smallest first
 * @param sums how far off the sum of each held-back week was, smallest first
 * @param weeks how many were held back
 * @param meanPercentageError of a day, over the days that had a number; per cent, one decimal place
 * @param againstRepeating the error by that of saying "as the week before"; empty if that was never off
 */
record HeldBackWeeks(
        List<BigDecimal> days,
        List<BigDecimal> sums,
        int weeks,
        BigDecimal meanPercentageError,
        Optional<BigDecimal> againstRepeating) {
    private static final int WEEK = DailyHistory.WEEK;
    private static final int MOST = 8;
    private static final int LEAST_BEFORE = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static HeldBackWeeks of(BigDecimal[] history) {
        var all = history.length / WEEK;
        var weeks = Math.min(MOST, all - LEAST_BEFORE);
        var errors = new ArrayList<BigDecimal>();
        var sums = new ArrayList<BigDecimal>();
        var relative = BigDecimal.ZERO;
        var counted = 0;
        var repeated = BigDecimal.ZERO;
        for (var week = all - weeks; week < all; week++) {
            var pattern = new WeeklyPattern(Arrays.copyOf(history, week * WEEK));
            var offSum = BigDecimal.ZERO;
            for (var day = 0; day < WEEK; day++) {
                var was = history[week * WEEK + day];
                var off = pattern.ahead(day + 1).subtract(was);
                errors.add(off.abs());
                offSum = offSum.add(off);
                repeated = repeated.add(
                        history[(week - 1) * WEEK + day].subtract(was).abs());
                if (was.signum() != 0) {
                    relative = relative.add(off.abs().divide(was.abs(), DECIMAL128));
                    counted++;
                }
            }
            sums.add(offSum.abs());
        }
        Collections.sort(errors);
        Collections.sort(sums);
        var mean = relative.multiply(HUNDRED).divide(BigDecimal.valueOf(Math.max(counted, 1)), 1, RoundingMode.HALF_UP);
        var own = errors.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new HeldBackWeeks(
                errors,
                sums,
                weeks,
                mean,
                repeated.signum() == 0 ? Optional.empty() : Optional.of(own.divide(repeated, 2, RoundingMode.HALF_UP)));
    }

    /** How far a day is likely to be off at most. */
    BigDecimal marginOfDay(int ahead) {
        return eightOfTen(days).multiply(root(WeeklyPattern.week(ahead)), DECIMAL128);
    }

    /** How far the days from {@code skipped + 1} to {@code skipped + count} ahead are likely to be off together. */
    BigDecimal marginOfSum(int skipped, int count) {
        var ofDay = eightOfTen(sums).divide(BigDecimal.valueOf(WEEK), DECIMAL128);
        var margin = BigDecimal.ZERO;
        for (var ahead = skipped + 1; ahead <= skipped + count; ahead++) {
            margin = margin.add(ofDay.multiply(root(WeeklyPattern.week(ahead)), DECIMAL128));
        }
        return margin;
    }

    private static BigDecimal root(int weeks) {
        return BigDecimal.valueOf(weeks).sqrt(DECIMAL128);
    }

    private static BigDecimal eightOfTen(List<BigDecimal> sorted) {
        return sorted.get((sorted.size() * 8 + 9) / 10 - 1);
    }
}
