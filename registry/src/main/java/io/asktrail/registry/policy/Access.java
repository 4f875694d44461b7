package io.asktrail.registry.policy;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What one caller may see, worked out from claims and policies. Two callers with equal access get equal answers, so
 * {@link #fingerprint} may stand for the caller in a cache key.
 *
 * @param regions the states whose rows are open; empty opens none
 * @param allRegions whether every row is open, those without a state too
 */
public record Access(Set<MetricId> metrics, Set<DimensionId> dimensions, Set<String> regions, boolean allRegions) {
    public Access {
        metrics = Set.copyOf(metrics);
        dimensions = Set.copyOf(dimensions);
        regions = Set.copyOf(regions);
    }

    /** Works out what a caller may see of what the registry defines; a role without a policy gives nothing. */
    public static Access of(
            Caller caller, List<PolicyDefinition> policies, Set<MetricId> metrics, Set<DimensionId> dimensions) {
        var own = policies.stream().filter(policy -> caller.has(policy.role())).toList();
        return new Access(
                kept(
                        metrics,
                        metric ->
                                own.stream().anyMatch(policy -> policy.metrics().permits(metric))),
                kept(
                        dimensions,
                        dimension -> own.stream()
                                .anyMatch(policy -> policy.dimensions().permits(dimension))),
                caller.seesAllRegions() ? Set.of() : Set.copyOf(caller.regions()),
                caller.seesAllRegions());
    }

    private static <T> Set<T> kept(Set<T> all, Predicate<T> permitted) {
        return Set.copyOf(all.stream().filter(permitted).toList());
    }

    /** Equal for equal access, whoever the caller is. */
    public String fingerprint() {
        return "%s|%s|%s"
                .formatted(
                        allRegions ? "*" : new TreeSet<>(regions), new TreeSet<>(metrics), new TreeSet<>(dimensions));
    }
}
