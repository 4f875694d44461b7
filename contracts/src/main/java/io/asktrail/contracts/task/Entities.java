package io.asktrail.contracts.task;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.asktrail.contracts.id.DimensionId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which values of which dimensions are kept: any of the values of one dimension, and of every dimension named. */
public record Entities(@JsonValue SortedMap<DimensionId, List<String>> kept) {
    public static final Entities NONE = new Entities(new TreeMap<>());

    public Entities {
        var copy = new TreeMap<DimensionId, List<String>>();
        kept.forEach((dimension, values) -> {
            // {"campaign": null} and {"campaign": []} are how a client says that nothing is narrowed.
            if (values != null && !values.isEmpty()) {
                copy.put(dimension, List.copyOf(values));
            }
        });
        kept = Collections.unmodifiableSortedMap(copy);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Entities of(@Nullable Map<DimensionId, List<String>> kept) {
        return kept == null || kept.isEmpty() ? NONE : new Entities(new TreeMap<>(kept));
    }

    public static Entities of(DimensionId dimension, List<String> values) {
        return of(Map.of(dimension, values));
    }

    public List<String> valuesOf(DimensionId dimension) {
        return kept.getOrDefault(dimension, List.of());
    }

    public boolean isEmpty() {
        return kept.isEmpty();
    }

    /** These, with one dimension set to other values; an empty list lifts the restriction. */
    public Entities with(DimensionId dimension, List<String> values) {
        var changed = new TreeMap<>(kept);
        changed.put(dimension, values);
        return new Entities(changed);
    }

    public Entities without(DimensionId dimension) {
        return with(dimension, List.of());
    }
}
