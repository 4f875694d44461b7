package io.asktrail.querying;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.task.Operator;
import io.asktrail.querying.engine.Engine;
import io.asktrail.querying.session.Ask;
import io.asktrail.querying.statement.ResolvedFetch;
import io.asktrail.querying.statement.RowPredicates;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what a question about a dimension's values leaves out, where rows may have none: spend of national campaigns
 * belongs to no state. What it asks goes with the question itself. Amounts are told, and so worked out, only for those who
 * may see every row; for others one row of it is enough.
 */
final class LeftOut {
    private static final Set<Operator> KEEPING_VALUES =
            Set.of(Operator.EQ, Operator.IN, Operator.CONTAINS, Operator.LT, Operator.LE, Operator.GT, Operator.GE);

    private final List<LeftOutLook> looks;

    private LeftOut(List<LeftOutLook> looks) {
        this.looks = looks;
    }

    static LeftOut of(ResolvedFetch fetch, Engine engine, SchemaGuard guard) {
        var looks = new ArrayList<LeftOutLook>();
        for (var dimension : narrowed(fetch)) {
            @Nullable String without = fetch.path(dimension).binding().nullMeans();
            if (without != null) {
                looks.add(new LeftOutLook(fetch, dimension, without, engine, guard));
            }
        }
        return new LeftOut(looks);
    }

    List<Ask> asks() {
        return looks.stream().flatMap(look -> look.asks().stream()).toList();
    }

    /** What is to be told, once everything was asked. */
    List<Note> notes() {
        return looks.stream().map(LeftOutLook::note).flatMap(Optional::stream).toList();
    }

    private static Set<DimensionId> narrowed(ResolvedFetch fetch) {
        var narrowed = new LinkedHashSet<>(fetch.inputs().entities().kept().keySet());
        fetch.inputs().filters().stream()
                .filter(filter -> KEEPING_VALUES.contains(filter.op()))
                .filter(filter -> !fetch.registry().isMetric(filter.field()))
                .forEach(filter -> narrowed.add(filter.field().asDimension()));
        fetch.fact().rowFilters().stream()
                .filter(filter -> RowPredicates.isClosed(fetch, filter))
                .forEach(filter -> narrowed.add(filter.dimension()));
        narrowed.removeIf(fetch::isTime);
        return narrowed;
    }
}
