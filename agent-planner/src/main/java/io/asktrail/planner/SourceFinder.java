package io.asktrail.planner;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import io.asktrail.planner.Recipe.Leaf;
import io.asktrail.planner.Sourcing.NoPath;
import io.asktrail.planner.Sourcing.Obstacle;
import io.asktrail.planner.Sourcing.OfOneMetric;
import io.asktrail.planner.Sourcing.Read;
import io.asktrail.planner.Sourcing.SourcedMetric;
import io.asktrail.registry.Registry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Gives every number of a task its source, or says which part of the task nothing serves. */
final class SourceFinder {
    private static final DimensionId CAMPAIGN = new DimensionId("campaign");
    // Every name contains the empty text, and a row without a campaign has no name: there is no operator for "is set".
    private static final Filter HAS_CAMPAIGN =
            new Filter(FieldId.of(CAMPAIGN), Operator.CONTAINS, new FilterValue.Text(""));

    private final Registry registry;
    private final Sources sources;

    SourceFinder(Registry registry) {
        this.registry = registry;
        this.sources = new Sources(registry);
    }

    Sourcing find(Wanted wanted) {
        var bases = new BasisChooser(registry, this).choose(wanted);
        var recipes = new Recipes(registry, bases);
        var found = new ArrayList<SourcedMetric>();
        for (var metric : wanted.needed()) {
            switch (find(wanted, recipes.of(metric))) {
                case SourcedMetric sourced -> found.add(sourced);
                case NoPath nothing -> {
                    return nothing;
                }
            }
        }
        return honouredByNone(wanted, found)
                .<Sourcing>map(dimension ->
                        new NoPath(wanted.shown().getFirst(), new TreeSet<>(Set.of(dimension)), Obstacle.CONDITION))
                .orElseGet(() -> new Sourcing.Sourced(found, bases));
    }

    private OfOneMetric find(Wanted wanted, Recipe recipe) {
        var grouping = Set.copyOf(wanted.grouping());
        if (!serves(recipe, grouping, Conditions.NONE)) {
            return new NoPath(recipe.metric(), lackingFrom(recipe, grouping), Obstacle.GROUPING);
        }
        var asked = wanted.conditionsOf(recipe.metric());
        var honoured = honourable(recipe, grouping, asked);
        var wider = new TreeSet<>(asked.dimensions());
        wider.removeAll(honoured.dimensions());
        var scope = new TreeSet<>(wider);
        scope.retainAll(wanted.scopeOf(recipe.metric()).kept().keySet());
        if (!scope.isEmpty()) {
            return new NoPath(recipe.metric(), scope, Obstacle.SCOPE);
        }
        return read(recipe, grouping, honoured, wider);
    }

    private OfOneMetric read(
            Recipe recipe, Set<DimensionId> grouping, Conditions honoured, SortedSet<DimensionId> wider) {
        var reads = new TreeMap<MetricId, Read>();
        for (var leaf : recipe.leaves()) {
            var conditions = conditionsOf(leaf, honoured);
            var source = sources.best(leaf.metric(), grouping, conditions).orElseThrow();
            var read = new Read(source, conditions, sources.windowOf(leaf.metric()));
            var other = reads.put(leaf.metric(), read);
            if (other != null && !other.equals(read)) {
                return new NoPath(recipe.metric(), new TreeSet<>(Set.of(CAMPAIGN)), Obstacle.MIXED);
            }
        }
        return new SourcedMetric(recipe.metric(), recipe, reads, wider);
    }

    /** Whether each measured metric of the recipe has a source with this grain under these conditions. */
    boolean serves(Recipe recipe, Set<DimensionId> grouping, Conditions conditions) {
        return recipe.leaves().stream()
                .allMatch(leaf -> sources.best(leaf.metric(), grouping, conditionsOf(leaf, conditions))
                        .isPresent());
    }

    private static Conditions conditionsOf(Leaf leaf, Conditions conditions) {
        return leaf.attributed() ? conditions.and(HAS_CAMPAIGN) : conditions;
    }

    // A number whose parts are cut to different rows means nothing, so all parts honour a condition or none does.
    private Conditions honourable(Recipe recipe, Set<DimensionId> grouping, Conditions asked) {
        if (serves(recipe, grouping, asked)) {
            return asked;
        }
        var kept = new TreeSet<DimensionId>();
        for (var dimension : channelFirst(asked.dimensions())) {
            kept.add(dimension);
            if (!serves(recipe, grouping, asked.keeping(kept))) {
                kept.remove(dimension);
            }
        }
        return asked.keeping(kept);
    }

    // A source that lacks the channel asked for would give the numbers of other channels, which is no wider number.
    private static List<DimensionId> channelFirst(SortedSet<DimensionId> dimensions) {
        return dimensions.stream()
                .sorted(Comparator.comparing(dimension -> !dimension.equals(Source.CHANNEL)))
                .toList();
    }

    private SortedSet<DimensionId> lackingFrom(Recipe recipe, Set<DimensionId> grouping) {
        var lacking = grouping.stream()
                .filter(dimension -> !serves(recipe, Set.of(dimension), Conditions.NONE))
                .collect(Collectors.toCollection(TreeSet::new));
        return lacking.isEmpty() ? new TreeSet<>(grouping) : lacking;
    }

    private static Optional<DimensionId> honouredByNone(Wanted wanted, List<SourcedMetric> found) {
        return wanted.conditions().dimensions().stream()
                .filter(dimension -> found.stream()
                        .filter(sourced -> wanted.shown().contains(sourced.metric()))
                        .allMatch(sourced -> sourced.wider().contains(dimension)))
                .findFirst();
    }
}
