package io.asktrail.registry.dimension;

import java.util.List;

/** A value as it stands in the data, and what else people write for it (Dilli, New Delhi for Delhi). */
public record KnownValue(String value, List<String> aliases) {
    public KnownValue {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
    }
}
