package io.asktrail.insights.anomaly;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.insights.seen.SeenRows;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Additivity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The lines that a series holds: one of each metric and member. */
record Lines(Registry registry, SeenRows seen) {
    List<Line> all() {
        var lines = new ArrayList<Line>();
        for (var metric : seen.look().metrics()) {
            if (seen.has(metric.value())) {
                lines.addAll(of(metric));
            }
        }
        return lines;
    }

    private List<Line> of(MetricId metric) {
        Map<String, TreeMap<LocalDate, BigDecimal>> byMember = new LinkedHashMap<>();
        var known = new TreeSet<LocalDate>();
        for (var row = 0; row < seen.size(); row++) {
            var value = seen.number(row, metric.value());
            if (value != null) {
                byMember.computeIfAbsent(seen.member(row), _ -> new TreeMap<>()).put(seen.day(row), value);
                known.add(seen.day(row));
            }
        }
        // A day on which others did something is known; who is not in it did nothing.
        if (registry.metric(metric).additivity() == Additivity.ADDITIVE) {
            byMember.values().forEach(values -> known.forEach(day -> values.putIfAbsent(day, BigDecimal.ZERO)));
        }
        return byMember.entrySet().stream()
                .map(entry -> new Line(metric, part(), entry.getKey(), entry.getValue()))
                .toList();
    }

    private String part() {
        return seen.categories().stream().map(DimensionId::value).collect(Collectors.joining(", "));
    }
}
