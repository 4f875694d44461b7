package io.asktrail.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a tool in the registry, e.g. {@code amazon_ads_api}. */
public record ToolId(@JsonValue String value) implements Comparable<ToolId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ToolId {
        Ids.requireName("tool", value);
    }

    @Override
    public int compareTo(ToolId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
