package io.asktrail.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A metric or a dimension, where either may stand: in a filter, in an ordering. The registry tells which it is. */
public record FieldId(@JsonValue String value) implements Comparable<FieldId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FieldId {
        Ids.requireName("field", value);
    }

    public static FieldId of(MetricId metric) {
        return new FieldId(metric.value());
    }

    public static FieldId of(DimensionId dimension) {
        return new FieldId(dimension.value());
    }

    /** This name read as a metric's; whether the registry has one is for the reader to check. */
    public MetricId asMetric() {
        return new MetricId(value);
    }

    /** This name read as a dimension's; whether the registry has one is for the reader to check. */
    public DimensionId asDimension() {
        return new DimensionId(value);
    }

    @Override
    public int compareTo(FieldId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
