package io.asktrail.mcp.tool;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.mcp.front.MetricCard;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The metrics of a task, and those that they are worked out from, down to what is measured. */
final class Formulas {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private Formulas() {}

    /** @param catalogue as far as the caller may see it */
    static List<MetricCard> behind(@Nullable TaskSpec task, Collection<MetricCard> catalogue) {
        if (task == null) {
            return List.of();
        }
        var known = catalogue.stream().collect(Collectors.toMap(MetricCard::id, Function.identity(), (one, _) -> one));
        var found = new LinkedHashMap<String, MetricCard>();
        var open = new ArrayDeque<>(task.metrics().stream().map(MetricId::value).toList());
        while (!open.isEmpty()) {
            var metric = known.get(open.removeFirst());
            if (metric != null && found.putIfAbsent(metric.id(), metric) == null) {
                open.addAll(named(metric, known));
            }
        }
        return List.copyOf(found.values());
    }

    private static List<String> named(MetricCard metric, Map<String, MetricCard> known) {
        return metric.formula() == null
                ? List.of()
                : NAME.matcher(metric.formula())
                        .results()
                        .map(MatchResult::group)
                        .filter(known::containsKey)
                        .toList();
    }
}
