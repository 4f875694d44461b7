package io.asktrail.router.vocabulary;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import io.asktrail.registry.Registry;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.Measure;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.schema.RowCondition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Figures that count only one kind of what another counts: new customers are customers of the type New. The registry
 * says so by the rows that count: those of the other, and one value of a dimension more.
 */
public final class MemberKinds {
    /** @param whole the figure that counts all kinds */
    public record Kind(MetricId whole, DimensionId dimension, String value) {}

    private final Map<MetricId, Kind> kinds = new HashMap<>();

    MemberKinds(Registry registry) {
        for (var part : registry.metrics().values()) {
            registry.metrics().values().stream()
                    .map(whole -> kind(registry, part, whole))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(kind -> kinds.put(part.id(), kind));
        }
    }

    /** What kind a figure counts; empty if it counts all. */
    public Optional<Kind> of(MetricId metric) {
        return Optional.ofNullable(kinds.get(metric));
    }

    /** Whether a dimension tells the kinds of what a figure counts. */
    public boolean splits(DimensionId dimension, MetricId whole) {
        return kinds.values().stream()
                .anyMatch(kind -> kind.whole().equals(whole) && kind.dimension().equals(dimension));
    }

    /** The figure that counts what a dimension tells the kinds of. */
    public Optional<MetricId> countedBy(DimensionId dimension) {
        return kinds.values().stream()
                .filter(kind -> kind.dimension().equals(dimension))
                .map(Kind::whole)
                .findFirst();
    }

    private static Optional<Kind> kind(Registry registry, MetricDefinition part, MetricDefinition whole) {
        if (!(part.derivation() instanceof Derivation.Measured(var parts, var _))
                || !(whole.derivation() instanceof Derivation.Measured(var wholes, var _))
                || parts.size() != 1
                || wholes.size() != 1
                || whole.hidden()) {
            return Optional.empty();
        }
        return narrowing(parts.getFirst(), wholes.getFirst())
                .flatMap(condition -> registry.dimensions().values().stream()
                        .filter(dimension -> stands(dimension, parts.getFirst(), condition))
                        .findFirst()
                        .map(dimension -> new Kind(whole.id(), dimension.id(), text(condition))));
    }

    private static Optional<RowCondition> narrowing(Measure part, Measure whole) {
        var same = part.table().equals(whole.table())
                && part.aggregate() == whole.aggregate()
                && Objects.equals(part.column(), whole.column());
        var more = new HashSet<>(part.where());
        whole.where().forEach(more::remove);
        return same
                        && part.where().containsAll(whole.where())
                        && more.size() == 1
                        && !text(more.iterator().next()).isEmpty()
                ? Optional.of(more.iterator().next())
                : Optional.empty();
    }

    private static boolean stands(DimensionDefinition dimension, Measure measure, RowCondition condition) {
        return dimension.columns().stream()
                        .anyMatch(binding -> binding.table().equals(measure.table())
                                && binding.column().equals(condition.column()))
                && dimension.values().stream().anyMatch(value -> value.value().equals(text(condition)));
    }

    private static String text(RowCondition condition) {
        return condition.op() == Operator.EQ && condition.value() instanceof FilterValue.Text(var text) ? text : "";
    }
}
