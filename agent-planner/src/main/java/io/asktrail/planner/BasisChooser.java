package io.asktrail.planner;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Derivation.FirstAvailable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Decides which candidate stands for a metric that has several: one for the whole answer, never a mixture. */
final class BasisChooser {
    private final Registry registry;
    private final SourceFinder finder;

    BasisChooser(Registry registry, SourceFinder finder) {
        this.registry = registry;
        this.finder = finder;
    }

    Map<MetricId, MetricId> choose(Wanted wanted) {
        var recipes = new Recipes(registry, Map.of());
        var open = new TreeSet<MetricId>();
        wanted.needed().forEach(metric -> open.addAll(recipes.openChoicesOf(metric)));
        var chosen = new TreeMap<MetricId, MetricId>();
        for (var choice : open) {
            if (registry.metric(choice).derivation() instanceof FirstAvailable(var candidates)) {
                var users = wanted.needed().stream()
                        .filter(metric -> recipes.openChoicesOf(metric).contains(choice))
                        .toList();
                chosen.put(choice, choose(wanted, choice, candidates, users));
            }
        }
        return chosen;
    }

    private MetricId choose(Wanted wanted, MetricId choice, List<MetricId> candidates, List<MetricId> users) {
        // With every condition if any candidate can; else the first that has the grain, and a caveat says the rest.
        return candidates.stream()
                .filter(candidate -> serves(wanted, choice, candidate, users, true))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(candidate -> serves(wanted, choice, candidate, users, false))
                        .findFirst())
                .orElse(candidates.getFirst());
    }

    private boolean serves(
            Wanted wanted, MetricId choice, MetricId candidate, List<MetricId> users, boolean withConditions) {
        var recipes = new Recipes(registry, Map.of(choice, candidate));
        return users.stream()
                .allMatch(user -> finder.serves(
                        recipes.of(choice),
                        Set.copyOf(wanted.grouping()),
                        withConditions ? wanted.conditionsOf(user) : Conditions.NONE));
    }
}
