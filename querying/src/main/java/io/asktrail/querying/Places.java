package io.asktrail.querying;

import io.asktrail.contracts.table.Column;
import io.asktrail.querying.statement.ResolvedFetch;
import java.util.List;
import org.jooq.Record;

/**
 * Of a ranking as many members as were asked for. What belongs to no member, such as orders without a city, takes none of
 * their places: its row comes beside them. Hence one row more is read than was asked for.
 */
final class Places {
    private static final int NOBODY_IS_RANKED = -1;

    private final int member;
    private final int limit;
    private int taken;

    /** @param member the column of the members; negative where every row is taken */
    private Places(int member, int limit) {
        this.member = member;
        this.limit = limit;
    }

    static Places of(ResolvedFetch fetch, List<Column> columns) {
        var limit = fetch.inputs().limit();
        if (limit == null || !fetch.ranksMembers()) {
            return new Places(NOBODY_IS_RANKED, 0);
        }
        var member = fetch.inputs().groupBy().getFirst().value();
        return new Places(columns.stream().map(Column::id).toList().indexOf(member), limit);
    }

    /** Whether the row that comes next is shown. */
    boolean takes(Record row) {
        if (member < 0) {
            return true;
        }
        if (taken == limit) {
            return false;
        }
        if (row.get(member) != null) {
            taken++;
        }
        return true;
    }
}
