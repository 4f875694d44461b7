package io.asktrail.live;

import java.util.Map;
import java.util.Optional;

/**
 * A look at some rows of a table.
 *
 * @param columns by name; empty if the table could not be read in time
 * @param whole whether these are all rows there are
 */
public record TableSample(Map<String, ColumnSample> columns, int rows, boolean whole) {
    public TableSample {
        columns = Map.copyOf(columns);
    }

    /** Of a table that did not answer in time. */
    static TableSample none() {
        return new TableSample(Map.of(), 0, false);
    }

    public boolean isMissing() {
        return columns.isEmpty() && !whole;
    }

    public Optional<ColumnSample> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }
}
