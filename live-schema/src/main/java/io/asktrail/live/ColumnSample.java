package io.asktrail.live;

import java.util.SortedMap;

/**
 * A look at some rows' values of one column.
 *
 * @param rows how many rows were looked at
 * @param empty how many of them have no value
 * @param counts each value, as text of at most 200 characters, and how often it was seen
 */
public record ColumnSample(int rows, int empty, SortedMap<String, Integer> counts) {
    public int filled() {
        return rows - empty;
    }

    public int distinct() {
        return counts.size();
    }

    /** Whether no value was seen twice, in enough rows to mean something. */
    public boolean looksUnique() {
        return filled() > 0 && empty == 0 && distinct() == filled();
    }
}
