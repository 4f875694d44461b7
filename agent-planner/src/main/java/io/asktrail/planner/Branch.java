package io.asktrail.planner;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.planner.Sourcing.Read;
import io.asktrail.planner.Sourcing.SourcedMetric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;

/**
 * Metrics that can be worked out on the same joined rows. Where one measured metric is needed under two sets of
 * conditions (spend of all channels inside ROAS, spend of SB beside it), one row cannot hold both: each gets a branch,
 * and only results meet.
 */
final class Branch {
    private final List<SourcedMetric> metrics = new ArrayList<>();
    private final SequencedMap<MetricId, Read> reads = new LinkedHashMap<>();

    static List<Branch> of(List<SourcedMetric> metrics) {
        var branches = new ArrayList<Branch>();
        for (var metric : metrics) {
            var home =
                    branches.stream().filter(branch -> branch.canTake(metric)).findFirst();
            home.orElseGet(() -> {
                        var another = new Branch();
                        branches.add(another);
                        return another;
                    })
                    .take(metric);
        }
        return List.copyOf(branches);
    }

    private boolean canTake(SourcedMetric metric) {
        return metric.reads().entrySet().stream().allMatch(entry -> {
            var mine = reads.get(entry.getKey());
            return mine == null || mine.equals(entry.getValue());
        });
    }

    private void take(SourcedMetric metric) {
        metrics.add(metric);
        // In the order of the recipe, so that a plan reads like its formula.
        metric.recipe().leaves().forEach(leaf -> {
            var read = metric.reads().get(leaf.metric());
            if (read != null) {
                reads.putIfAbsent(leaf.metric(), read);
            }
        });
    }

    /** Each reading with the metrics it gives. */
    SequencedMap<Read, List<MetricId>> fetches() {
        var fetches = new LinkedHashMap<Read, List<MetricId>>();
        reads.forEach((metric, read) ->
                fetches.computeIfAbsent(read, _ -> new ArrayList<>()).add(metric));
        return fetches;
    }

    /** The metrics this branch is there for. */
    List<MetricId> results() {
        return metrics.stream().map(SourcedMetric::metric).toList();
    }

    List<String> formulas() {
        var formulas = new LinkedHashSet<String>();
        metrics.forEach(metric -> formulas.addAll(metric.recipe().formulas()));
        return List.copyOf(formulas);
    }
}
