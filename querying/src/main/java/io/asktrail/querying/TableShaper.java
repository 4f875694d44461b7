package io.asktrail.querying;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.querying.statement.BuiltStatement;
import io.asktrail.querying.statement.ResolvedFetch;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.metric.Aggregate;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table of the contracts of rows as they come: texts, exact numbers and dates. Names, days and small numbers come
 * again and again in a long result; each is kept once.
 */
final class TableShaper {
    private static final int MOST_SHARED = 20_000;

    private final ResolvedFetch fetch;
    private final BuiltStatement statement;
    private final List<Column> columns;
    private final Places places;
    // Row after row: a list for each would take more room than most of the cells in it.
    private final ArrayList<@Nullable Object> cells = new ArrayList<>();
    private final Map<Object, Object> shared = new HashMap<>();
    private int taken;
    private boolean overNoRows;

    TableShaper(ResolvedFetch fetch, BuiltStatement statement) {
        this.fetch = fetch;
        this.statement = statement;
        this.columns = statement.columns();
        this.places = Places.of(fetch, columns);
    }

    void take(Record row) {
        if (!places.takes(row)) {
            return;
        }
        taken++;
        if (taken > statement.mostRows()) {
            return;
        }
        overNoRows = statement.countsRows() && row.get(columns.size(), Long.class) == 0;
        for (var i = 0; i < columns.size(); i++) {
            var cell = cell(columns.get(i), row.get(i));
            cells.add(cell == null && overNoRows && addsUp(columns.get(i)) ? BigDecimal.ZERO : cell);
        }
    }

    Table table() {
        var rows = Math.min(taken, statement.mostRows());
        var width = columns.size();
        return new Table(columns, new AbstractList<>() {
            @Override
            public List<@Nullable Object> get(int row) {
                return cells.subList(row * width, (row + 1) * width);
            }

            @Override
            public int size() {
                return rows;
            }
        });
    }

    /** Whether the result is one total that no row went into. */
    boolean overNoRows() {
        return overNoRows;
    }

    boolean truncated() {
        return taken > statement.mostRows();
    }

    private @Nullable Object cell(Column column, @Nullable Object raw) {
        if (raw == null) {
            return null;
        }
        return share(exact(column, raw));
    }

    /** A cell as tables of the contracts hold it. */
    static Object exact(Column column, Object raw) {
        return column.type() == ColumnType.NUMBER ? number(raw) : raw;
    }

    private Object share(Object cell) {
        var known = shared.get(cell);
        if (known == null && shared.size() < MOST_SHARED) {
            shared.put(cell, cell);
        }
        return known == null ? cell : known;
    }

    private static Object number(Object raw) {
        return switch (raw) {
            case Long whole -> BigDecimal.valueOf(whole);
            // Trailing zeros of a database's scale mean nothing: 12.50 and 12.5 are to be one figure everywhere.
            case BigDecimal number -> plain(number);
            default -> raw;
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private boolean addsUp(Column column) {
        var metric = new MetricId(column.id());
        return fetch.metric(metric).additivity() == Additivity.ADDITIVE
                && fetch.measure(metric).aggregate() == Aggregate.SUM;
    }
}
