package io.asktrail.querying.statement;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import io.asktrail.registry.schema.RowFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** The rows of the fact table that the caller's claims open. No claim opens nothing. */
public final class RowPredicates {
    private RowPredicates() {}

    static List<Condition> of(ResolvedFetch fetch, FromClause from, Optional<DimensionId> except) {
        var predicates = new ArrayList<Condition>();
        for (var filter : fetch.fact().rowFilters()) {
            if (isClosed(fetch, filter)
                    && except.filter(filter.dimension()::equals).isEmpty()) {
                predicates.add(predicate(fetch, from, filter));
            }
        }
        return predicates;
    }

    /** Whether the filter closes rows to this caller. */
    public static boolean isClosed(ResolvedFetch fetch, RowFilter filter) {
        return switch (filter.claim()) {
            case REGIONS -> !fetch.access().allRegions();
        };
    }

    private static Condition predicate(ResolvedFetch fetch, FromClause from, RowFilter filter) {
        var open = List.copyOf(new TreeSet<>(fetch.access().regions()));
        if (open.isEmpty()) {
            return DSL.falseCondition();
        }
        var path = fetch.path(filter.dimension());
        return Conditions.compare(from.column(path, path.binding().column()), Operator.IN, new FilterValue.Texts(open));
    }
}
