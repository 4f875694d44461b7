package io.asktrail.planner;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.Lead;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.planner.Sourcing.Read;
import io.asktrail.registry.Registry;
import io.asktrail.registry.formula.Formula;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.metric.Derivation.Derived;
import io.asktrail.registry.metric.MetricDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A ranking that one source can make alone, so that the others are asked for the winners only. It is exact: the lead says
 * at run time whether the first groups are sure, and where they are not, every group is read as before.
 *
 * @param read the source that ranks
 * @param dimension what is ranked
 * @param formulas those that its numbers are enough for
 * @param select its measured metrics, and the one that is ranked by
 */
record EarlyRanking(Read read, DimensionId dimension, Lead lead, List<String> formulas, List<MetricId> select) {
    /** More names than this in one statement are no shorter way. */
    private static final int MOST_WINNERS = 500;

    EarlyRanking {
        formulas = List.copyOf(formulas);
        select = List.copyOf(select);
    }

    /** Of one period whose numbers come from several readings. */
    static Optional<EarlyRanking> among(Wanted wanted, Branch branch, Registry registry) {
        if (branch.fetches().size() < 2 || wanted.task().compare() != null) {
            return Optional.empty();
        }
        return lead(wanted, registry)
                .flatMap(lead -> branch.fetches().entrySet().stream()
                        .flatMap(fetch -> by(fetch.getKey(), fetch.getValue(), wanted, branch, lead).stream())
                        .findFirst());
    }

    /** What a ranking of single groups is led by; empty where the first groups may depend on what was not read. */
    static Optional<Lead> lead(Wanted wanted, Registry registry) {
        var limit = wanted.task().limit();
        var isOfGroups = wanted.grouping().size() == 1
                && registry.dimension(wanted.grouping().getFirst()).fed()
                && wanted.task().currency() == null
                && wanted.task().calculations().isEmpty();
        if (limit == null || limit > MOST_WINNERS || !isOfGroups) {
            return Optional.empty();
        }
        var first = wanted.ordering().getFirst();
        return registry.isMetric(first.field())
                        && first.direction() == Direction.DESC
                        && isNothingWithoutRows(registry.metric(first.field().asMetric()))
                ? Optional.of(new Lead(limit, first.field().asMetric()))
                : Optional.empty();
    }

    // A sum of nothing is 0 and a ratio of nothing is empty; of other formulas (a - 5, 1 + a) that cannot be said.
    private static boolean isNothingWithoutRows(MetricDefinition metric) {
        return !(metric.derivation() instanceof Derived) || metric.additivity() == Additivity.ADDITIVE;
    }

    private static Optional<EarlyRanking> by(
            Read read, List<MetricId> measured, Wanted wanted, Branch branch, Lead lead) {
        var known = new TreeSet<>(measured);
        var formulas = computable(branch.formulas(), known);
        if (!known.containsAll(needed(wanted))) {
            return Optional.empty();
        }
        var select = new LinkedHashSet<>(measured);
        select.add(lead.by());
        return Optional.of(new EarlyRanking(read, wanted.grouping().getFirst(), lead, formulas, List.copyOf(select)));
    }

    /** Every metric that the order of the groups, or whether they are shown at all, depends on. */
    private static Set<MetricId> needed(Wanted wanted) {
        var needed = new TreeSet<MetricId>();
        wanted.having().forEach(filter -> needed.add(filter.field().asMetric()));
        wanted.ordering().stream()
                .map(Ordering::field)
                .filter(field -> !wanted.grouping().contains(field.asDimension()))
                .forEach(field -> needed.add(field.asMetric()));
        return needed;
    }

    // Formulas build on one another, so each one that can be worked out adds its name to what is known.
    private static List<String> computable(List<String> formulas, Set<MetricId> known) {
        var computable = new ArrayList<String>();
        for (var text : formulas) {
            var equals = text.indexOf('=');
            if (known.containsAll(Formula.parse(text.substring(equals + 1)).references())) {
                known.add(new MetricId(text.substring(0, equals)));
                computable.add(text);
            }
        }
        return computable;
    }
}
