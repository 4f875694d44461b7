package io.asktrail.compute;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows held by column, so that arithmetic runs down one column at a time. Nothing changes a frame: every operation
 * makes another one that shares the columns it leaves alone.
 *
 * @param cells the cells of each column, in column order
 */
record Frame(List<Column> columns, List<List<@Nullable Object>> cells, int size) {
    Frame {
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
    }

    static Frame of(Table table) {
        var cells = new ArrayList<List<@Nullable Object>>();
        for (var c = 0; c < table.columns().size(); c++) {
            var column = new ArrayList<@Nullable Object>(table.size());
            for (var row : table.rows()) {
                column.add(row.get(c));
            }
            cells.add(column);
        }
        return new Frame(table.columns(), cells, table.size());
    }

    boolean has(String columnId) {
        return position(columnId) >= 0;
    }

    /** @throws SuiteException if the plan names a column that no input has */
    List<@Nullable Object> column(String columnId) {
        return cells.get(required(columnId));
    }

    Column definition(String columnId) {
        return columns.get(required(columnId));
    }

    @Nullable
    BigDecimal number(String columnId, int row) {
        return (BigDecimal) column(columnId).get(row);
    }

    /** With one more column, or with a column of that id replaced where it stands. */
    Frame with(Column column, List<@Nullable Object> values) {
        var newColumns = new ArrayList<>(columns);
        var newCells = new ArrayList<>(cells);
        var at = position(column.id());
        if (at >= 0) {
            newColumns.set(at, column);
            newCells.set(at, values);
        } else {
            newColumns.add(column);
            newCells.add(values);
        }
        return new Frame(newColumns, newCells, size);
    }

    /** The rows of these numbers, in this order. */
    Frame take(int[] rows) {
        var taken = new ArrayList<List<@Nullable Object>>(cells.size());
        for (var column : cells) {
            var values = new ArrayList<@Nullable Object>(rows.length);
            for (var row : rows) {
                values.add(column.get(row));
            }
            taken.add(values);
        }
        return new Frame(columns, taken, rows.length);
    }

    /** These columns, in this order. */
    Frame keep(Collection<String> columnIds) {
        return new Frame(
                columnIds.stream().map(this::definition).toList(),
                columnIds.stream().map(this::column).toList(),
                size);
    }

    int[] rowNumbers() {
        return IntStream.range(0, size).toArray();
    }

    Table toTable(@Nullable List<@Nullable Object> totals) {
        var rows = new ArrayList<List<@Nullable Object>>(size);
        for (var r = 0; r < size; r++) {
            var row = new @Nullable Object[columns.size()];
            for (var c = 0; c < row.length; c++) {
                row[c] = cells.get(c).get(r);
            }
            rows.add(Arrays.asList(row));
        }
        return new Table(columns, rows, totals);
    }

    private int required(String columnId) {
        var at = position(columnId);
        if (at < 0) {
            throw new SuiteException(
                    ErrorCode.BROKEN_INVARIANT, "The plan uses a column '%s' that no step gives.".formatted(columnId));
        }
        return at;
    }

    private int position(String columnId) {
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(columnId)) {
                return i;
            }
        }
        return -1;
    }
}
