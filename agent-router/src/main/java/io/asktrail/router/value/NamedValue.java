package io.asktrail.router.value;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.policy.Access;
import java.util.List;

/**
 * A value of a dimension.
 *
 * @param regions the states to whose rows it belongs; empty if it is for all to see
 */
public record NamedValue(DimensionId dimension, String value, List<String> regions) {
    public NamedValue {
        regions = List.copyOf(regions);
    }

    /** Whether a caller may know that it exists. */
    public boolean isVisibleTo(Access access) {
        return access.dimensions().contains(dimension)
                && (access.allRegions() || regions.isEmpty() || regions.stream().anyMatch(access.regions()::contains));
    }
}
