package io.asktrail.contracts.task;

import io.asktrail.contracts.id.MetricId;
import java.util.List;

/** Narrows some metrics of a task only: "net sales in Delhi with ad spend from SB" keeps SB for the spend alone. */
public record Scope(List<MetricId> metrics, Entities entities) {
    public Scope {
        metrics = List.copyOf(metrics);
        if (metrics.isEmpty() || entities.isEmpty()) {
            throw new IllegalArgumentException("a scope names the metrics it narrows and the values it keeps");
        }
    }
}
