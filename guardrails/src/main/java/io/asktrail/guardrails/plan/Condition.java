package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import java.util.List;
import java.util.stream.Stream;

/** What a task asks of the rows that a number counts. */
sealed interface Condition {
    DimensionId dimension();

    /** Whether the number means nothing without it; else it may be wider where a source cannot be narrowed. */
    boolean strict();

    /** Whether a fetch reads just the rows that are asked for. */
    boolean holdsIn(Fetch fetch);

    /** Whether a fetch is narrowed by the dimension at all, rightly or not. */
    boolean standsIn(Fetch fetch);

    /** @param strict said of single metrics, so that these are asked for in no other meaning */
    record Kept(DimensionId dimension, List<String> values, boolean strict) implements Condition {
        @Override
        public boolean holdsIn(Fetch fetch) {
            return fetch.entities().valuesOf(dimension).equals(values);
        }

        @Override
        public boolean standsIn(Fetch fetch) {
            return !fetch.entities().valuesOf(dimension).isEmpty();
        }
    }

    record Filtered(Filter filter) implements Condition {
        @Override
        public DimensionId dimension() {
            return filter.field().asDimension();
        }

        @Override
        public boolean strict() {
            return false;
        }

        @Override
        public boolean holdsIn(Fetch fetch) {
            return fetch.filters().contains(filter);
        }

        @Override
        public boolean standsIn(Fetch fetch) {
            return holdsIn(fetch);
        }
    }

    /** All that hold for a metric: the task's, and in place of them what its scopes say of the same dimension. */
    static List<Condition> on(MetricId metric, TaskSpec task, Registry registry) {
        var own = Entities.NONE;
        for (var scope : task.scopes()) {
            if (scope.metrics().contains(metric)) {
                for (var entry : scope.entities().kept().entrySet()) {
                    own = own.with(entry.getKey(), entry.getValue());
                }
            }
        }
        var scoped = own.kept();
        return Stream.of(
                        scoped.entrySet().stream().map(entry -> new Kept(entry.getKey(), entry.getValue(), true)),
                        task.entities().kept().entrySet().stream()
                                .filter(entry -> !scoped.containsKey(entry.getKey()))
                                .map(entry -> new Kept(entry.getKey(), entry.getValue(), false)),
                        task.filters().stream()
                                .filter(filter -> !registry.isMetric(filter.field()))
                                .map(Filtered::new))
                .<Condition>flatMap(conditions -> conditions)
                .toList();
    }
}
