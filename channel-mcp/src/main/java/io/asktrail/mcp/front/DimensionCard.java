package io.asktrail.mcp.front;

import java.util.List;

/** A dimension as {@code /v1/dimensions} tells of it; {@code values} as far as they are known and the caller may see them. */
public record DimensionCard(String id, CardNames names, String description, List<String> values) {
    public DimensionCard {
        values = List.copyOf(values);
    }
}
