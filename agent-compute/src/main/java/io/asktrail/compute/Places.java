package io.asktrail.compute;

import java.util.List;

/**
 * How many rows a ranking shows: of the members of one dimension as many as were asked for. What belongs to no member,
 * such as the spend of campaigns that are aimed at no state, takes none of their places: its row comes beside them.
 */
record Places(Vocabulary vocabulary, Frame rows) {
    int first(int limit) {
        var dimensions = vocabulary.dimensionColumns(rows).stream()
                .filter(column -> column.equals(Vocabulary.baseOf(column)))
                .toList();
        if (dimensions.size() != 1) {
            return Math.min(limit, rows.size());
        }
        return upTo(limit, rows.column(dimensions.getFirst()));
    }

    private int upTo(int limit, List<?> members) {
        var named = 0;
        var row = 0;
        for (; row < members.size() && named < limit; row++) {
            if (members.get(row) != null) {
                named++;
            }
        }
        return row;
    }
}
