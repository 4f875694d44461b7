package io.asktrail.planner;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.metric.Window;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Where every number of a task comes from, or what no source gives. */
sealed interface Sourcing {
    /** @param bases which candidate stands for each metric that has several */
    record Sourced(List<SourcedMetric> metrics, Map<MetricId, MetricId> bases) implements Sourcing {
        public Sourced {
            metrics = List.copyOf(metrics);
        }
    }

    /** @param lacking the dimensions that stand in the way */
    record NoPath(MetricId metric, SortedSet<DimensionId> lacking, Obstacle obstacle)
            implements Sourcing, OfOneMetric {}

    /** The same for one metric of the task. */
    sealed interface OfOneMetric {}

    /**
     * @param reads for each measured metric in the recipe, by its id
     * @param wider conditions of the task that this metric cannot honour
     */
    record SourcedMetric(MetricId metric, Recipe recipe, Map<MetricId, Read> reads, SortedSet<DimensionId> wider)
            implements OfOneMetric {}

    /**
     * One reading of one source.
     *
     * @param conditions all of which this source can honour
     */
    record Read(Source source, Conditions conditions, Window window) {}

    /** Which part of the task nothing serves. */
    enum Obstacle {
        GROUPING,
        CONDITION,
        SCOPE,
        /** Two meanings of one measured metric in one formula. */
        MIXED
    }
}
