package io.asktrail.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a metric in the registry, e.g. {@code net_sales}. */
public record MetricId(@JsonValue String value) implements Comparable<MetricId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MetricId {
        Ids.requireName("metric", value);
    }

    @Override
    public int compareTo(MetricId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
