package io.asktrail.compute;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.TaskSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A number by day, from the first day that it was anything to the last that is known. */
record DailyHistory(TreeMap<LocalDate, BigDecimal> known) {
    static final int WEEK = 7;

    /** One in four days without anything is the most that a pattern by weekday makes sense of. */
    private static final int RARE = 4;

    /** @param rows one a day, in any order; an empty cell is a day that nobody has loaded */
    static DailyHistory of(Frame rows, MetricId metric) {
        var known = new TreeMap<LocalDate, BigDecimal>();
        for (var row = 0; row < rows.size(); row++) {
            var day = (LocalDate) rows.column(TaskSpec.DATE.value()).get(row);
            var number = rows.number(metric.value(), row);
            if (day != null && number != null) {
                known.put(day, number);
            }
        }
        // Before a shop opened it sold nothing; that says nothing about its Mondays.
        while (!known.isEmpty() && known.firstEntry().getValue().signum() == 0) {
            known.pollFirstEntry();
        }
        return new DailyHistory(known);
    }

    LocalDate first() {
        return known.isEmpty() ? LocalDate.MAX : known.firstKey();
    }

    LocalDate last() {
        return known.isEmpty() ? LocalDate.MIN : known.lastKey();
    }

    @Nullable
    BigDecimal on(LocalDate day) {
        return known.get(day);
    }

    int weeks() {
        return known.size() / WEEK;
    }

    boolean hasGap() {
        return !known.isEmpty() && first().plusDays(known.size() - 1L).isBefore(last());
    }

    boolean isMostlyNothing() {
        var without = Arrays.stream(wholeWeeks())
                .filter(number -> number.signum() == 0)
                .count();
        return without * RARE > wholeWeeks().length;
    }

    /** The days of the whole weeks up to the last day, in order; whatever weekday that is. */
    BigDecimal[] wholeWeeks() {
        var days = weeks() * WEEK;
        return known.tailMap(Objects.requireNonNull(last()).minusDays(days - 1L), true)
                .values()
                .toArray(BigDecimal[]::new);
    }
}
