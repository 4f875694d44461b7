package io.asktrail.mcp.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.mcp.front.DimensionCard;
import java.util.List;

/**
 * A dimension in a list.
 *
 * @param examples the first of its values; none where they are read from the data
 * @param knownValues how many values the catalogue names
 */
public record DimensionEntry(
        String id,
        String label,
        List<String> examples,
        @JsonProperty("known_values") int knownValues) {
    private static final int EXAMPLES = 6;

    public static DimensionEntry of(DimensionCard dimension) {
        return new DimensionEntry(
                dimension.id(),
                dimension.names().english(),
                dimension.values().stream().limit(EXAMPLES).toList(),
                dimension.values().size());
    }
}
