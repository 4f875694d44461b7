package io.asktrail.registry.verified;

import io.asktrail.contracts.id.DimensionId;

/** A place that a wording leaves open. */
public sealed interface Slot {
    /** Any stretch of days; where none is said, that of the task. */
    record Time() implements Slot {}

    /** How many rows; where none is said, as many as the task has. */
    record Limit() implements Slot {}

    /** A value that is kept; it has to be said. */
    record Value(DimensionId dimension) implements Slot {}

    /** @throws IllegalArgumentException if the name can be none of a dimension */
    static Slot named(String name) {
        return switch (name) {
            case "time" -> new Time();
            case "limit" -> new Limit();
            default -> new Value(new DimensionId(name));
        };
    }

    /** As wordings write it. */
    default String text() {
        return switch (this) {
            case Time _ -> "{time}";
            case Limit _ -> "{limit}";
            case Value(var dimension) -> "{%s}".formatted(dimension);
        };
    }
}
