package io.asktrail.contracts.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Columns and rows; a cell is null, or what its column's type says. Numbers are exact decimals.
 *
 * @param rows cells in column order
 * @param totals cells in column order of what all rows come to, null where adding up has no meaning; null if there is
 *     no such row
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Table(
        List<Column> columns,
        List<List<@Nullable Object>> rows,
        @Nullable List<@Nullable Object> totals) {
    public Table {
        columns = List.copyOf(columns);
        var read = new ArrayList<List<@Nullable Object>>(rows.size());
        for (var row : rows) {
            read.add(readRow(columns, row));
        }
        rows = Collections.unmodifiableList(read);
        totals = totals == null ? null : readRow(columns, totals);
    }

    public Table(List<Column> columns, List<List<@Nullable Object>> rows) {
        this(columns, rows, null);
    }

    private static List<@Nullable Object> readRow(List<Column> columns, List<@Nullable Object> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of %d cells under %d columns".formatted(row.size(), columns.size()));
        }
        var cells = new @Nullable Object[row.size()];
        for (var i = 0; i < cells.length; i++) {
            var raw = row.get(i);
            cells[i] = raw == null ? null : columns.get(i).type().read(raw);
        }
        return Collections.unmodifiableList(Arrays.asList(cells));
    }

    public OptionalInt indexOf(String columnId) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).id().equals(columnId))
                .findFirst();
    }

    /** The number in a cell; null where the cell is empty. */
    public @Nullable BigDecimal number(int row, int column) {
        return (BigDecimal) rows.get(row).get(column);
    }

    public int size() {
        return rows.size();
    }
}
