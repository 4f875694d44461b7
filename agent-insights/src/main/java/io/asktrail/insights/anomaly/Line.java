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
 * @param member empty for the whole
 * @param values of the days that are known
 */
record Line(MetricId metric, String part, String member, NavigableMap<LocalDate, BigDecimal> values) {
    Line {
        values = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(values));
    }

    boolean isWhole() {
        return member.isEmpty();
    }

    Optional<BigDecimal> on(LocalDate day) {
        return Optional.ofNullable(values.get(day));
    }
}
