package io.asktrail.registry.policy;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one caller may see, worked out from claims and policies. Two callers with equal access get equal answers, so
 * {@link #fingerprint} may stand for the caller in a cache key.
 *
 * @param metrics those that are open, and with them everything they are worked out from
 * @param dimensions those that rows may be split by
 * @param regions the states whose rows are open; empty opens none
 * @param allRegions whether every row is open, those without a state too
 * @param personalData whether personal data are shown as they are
 * @param masked dimensions whose values are hidden because they are personal; never filtered or ordered by, since what
 *     is counted would tell the value bit by bit
 */
public record Access(
        Set<MetricId> metrics,
        Set<DimensionId> dimensions,
        Set<String> regions,
        boolean allRegions,
        boolean personalData,
        Set<DimensionId> masked) {
    public Access {
        metrics = Set.copyOf(metrics);
        dimensions = Set.copyOf(dimensions);
        regions = Set.copyOf(regions);
        masked = Set.copyOf(masked);
    }

    /** Without a right to personal data, over dimensions of which none is personal. */
    public Access(Set<MetricId> metrics, Set<DimensionId> dimensions, Set<String> regions, boolean allRegions) {
        this(metrics, dimensions, regions, allRegions, false, Set.of());
    }

    /** Equal for equal access, whoever the caller is. */
    public String fingerprint() {
        return "%s|%s|%s|%s|%s"
                .formatted(
                        allRegions ? "*" : regionsByLength(),
                        new TreeSet<>(metrics),
                        new TreeSet<>(dimensions),
                        personalData,
                        new TreeSet<>(masked));
    }

    // A claim is any text: told with their lengths, one region "Delhi, Goa" does not read as two.
    private List<String> regionsByLength() {
        return regions.stream()
                .sorted()
                .map(region -> region.length() + ":" + region)
                .toList();
    }
}
