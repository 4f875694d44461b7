package io.asktrail.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a verified question, e.g. {@code burnt_money}. */
public record VerifiedId(@JsonValue String value) implements Comparable<VerifiedId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VerifiedId {
        Ids.requireName("verified question", value);
    }

    @Override
    public int compareTo(VerifiedId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
