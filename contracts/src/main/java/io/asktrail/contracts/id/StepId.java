package io.asktrail.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a step inside one plan, e.g. {@code ads1}. */
public record StepId(@JsonValue String value) implements Comparable<StepId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StepId {
        Ids.requireName("step", value);
    }

    @Override
    public int compareTo(StepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
