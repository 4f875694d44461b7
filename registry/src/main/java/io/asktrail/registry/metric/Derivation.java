package io.asktrail.registry.metric;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.formula.Formula;
import java.util.List;
import java.util.Set;

/** Where a metric's number comes from. A new kind of metric is a new case here, and nowhere else in YAML. */
public sealed interface Derivation {
    /** The metrics it is worked out from, directly. */
    Set<MetricId> inputs();

    /**
     * Aggregated at a source: one measure for each table that can give it.
     *
     * @param window which days count for a period
     */
    record Measured(List<Measure> measures, Window window) implements Derivation {
        public Measured {
            measures = List.copyOf(measures);
        }

        @Override
        public Set<MetricId> inputs() {
            return Set.of();
        }

        /** Whether it can only be taken of single values at a source: of no sums, no parts and no other percentiles. */
        public boolean isPercentile() {
            return measures.stream().anyMatch(measure -> measure.aggregate() == Aggregate.PERCENTILE);
        }
    }

    /** {@code factor * numerator / denominator}, of sums; empty where the denominator is 0. */
    record Ratio(Formula formula) implements Derivation {
        @Override
        public Set<MetricId> inputs() {
            return formula.references();
        }
    }

    /** A sum or difference over other metrics. */
    record Derived(Formula formula) implements Derivation {
        @Override
        public Set<MetricId> inputs() {
            return formula.references();
        }
    }

    /**
     * The first of several metrics whose source has every dimension that is asked for; one choice for a whole answer.
     */
    record FirstAvailable(List<MetricId> candidates) implements Derivation {
        public FirstAvailable {
            candidates = List.copyOf(candidates);
        }

        @Override
        public Set<MetricId> inputs() {
            return Set.copyOf(candidates);
        }
    }
}
