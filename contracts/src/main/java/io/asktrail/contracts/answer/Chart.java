package io.asktrail.contracts.answer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;

/**
 * A Vega-Lite v6 specification with its data inside. It is opaque here: made by the composer's chart writer, drawn by
 * Vega, never taken apart in between; hence the one place where JSON stays a map.
 */
public record Chart(@JsonValue Map<String, Object> spec) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Chart {
        if (!spec.containsKey("$schema")) {
            throw new IllegalArgumentException("a chart names its schema");
        }
    }
}
