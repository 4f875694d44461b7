package io.asktrail.insights.anomaly;

import io.asktrail.contracts.id.MetricId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One number day by day, of the whole or of one member.
 *
 * @param part the ids of the dimensions that its members are of
 * @param member empty for the whole
 * @param values of the days that are known
 */
record Line(MetricId metric, String part, String member, NavigableMap<LocalDate, BigDecimal> values) {
    private static final int LONGEST_REST = 7;

    Line {
        values = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(values));
    }

    boolean isWhole() {
        return member.isEmpty();
    }

    /**
     * Whether it was there all through the weeks before: what has just begun, or rests for more than a week, has no usual
     * day.
     */
    boolean isSteadyBefore(LocalDate day) {
        var idle = 0;
        for (var value : values.subMap(day.minusWeeks(Usual.WEEKS), day).values()) {
            idle = value.signum() == 0 ? idle + 1 : 0;
            if (idle > LONGEST_REST) {
                return false;
            }
        }
        return true;
    }

    Optional<BigDecimal> on(LocalDate day) {
        return Optional.ofNullable(values.get(day));
    }
}
