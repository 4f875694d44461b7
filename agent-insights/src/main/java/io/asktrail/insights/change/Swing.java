package io.asktrail.insights.change;

import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Period;
import io.asktrail.insights.seen.Robust;
import io.asktrail.insights.seen.SeenRows;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a number swings from one period to the next when nothing is the matter. */
record Swing(BigDecimal low, BigDecimal high) {
    /** Fewer earlier changes say too little about what is usual. */
    static final int FEWEST = 7;

    private static final BigDecimal DEVIATIONS = new BigDecimal(3);

    /**
     * From the stretches of the same length before the compared ones; a stretch with a day that is not known is none.
     *
     * @param days the number by day, long enough back
     */
    static Optional<Swing> of(Measuring measuring, SeenRows days, Period period, Comparison compare) {
        if (compare.kind() != Comparison.Kind.PREVIOUS_PERIOD) {
            return Optional.empty();
        }
        var length = (int) (ChronoUnit.DAYS.between(compare.start(), compare.end()) + 1);
        var stretches = new Stretches(measuring, days);
        var changes = new ArrayList<BigDecimal>();
        var later = stretches.value(compare.start(), length);
        for (var start = compare.start().minusDays(length); later != null; start = start.minusDays(length)) {
            var earlier = stretches.value(start, length);
            if (earlier != null) {
                changes.add(later.subtract(earlier));
            }
            later = earlier;
        }
        if (changes.size() < FEWEST || period.days() != length) {
            return Optional.empty();
        }
        var usual = Robust.of(List.copyOf(changes));
        return Optional.of(new Swing(usual.low(DEVIATIONS), usual.high(DEVIATIONS)));
    }

    /** Numbers of several days together. */
    private record Stretches(Measuring measuring, SeenRows days) {
        @Nullable
        BigDecimal value(java.time.LocalDate start, int length) {
            @Nullable Amount sum = null;
            var found = 0;
            for (var row = 0; row < days.size(); row++) {
                var day = days.day(row);
                if (!day.isBefore(start) && day.isBefore(start.plusDays(length)) && isKnown(row)) {
                    var amount = measuring.amount(days, row, "");
                    sum = sum == null ? amount : sum.plus(amount);
                    found++;
                }
            }
            return sum == null || found < length ? null : sum.value();
        }

        private boolean isKnown(int row) {
            return measuring.sharing().inputs().stream().allMatch(input -> days.number(row, input.value()) != null);
        }
    }
}
