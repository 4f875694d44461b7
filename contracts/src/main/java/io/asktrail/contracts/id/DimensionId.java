package io.asktrail.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a dimension in the registry, e.g. {@code geo}. */
public record DimensionId(@JsonValue String value) implements Comparable<DimensionId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DimensionId {
        Ids.requireName("dimension", value);
    }

    @Override
    public int compareTo(DimensionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
