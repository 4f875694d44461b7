package io.asktrail.querying;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.metric.Aggregate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/** Turns a result into a table of the contracts: texts, exact numbers and dates. */
final class TableShaper {
    private final ResolvedFetch fetch;
    private final BuiltStatement statement;

    TableShaper(ResolvedFetch fetch, BuiltStatement statement) {
        this.fetch = fetch;
        this.statement = statement;
    }

    Table table(Result<Record> result) {
        var kept = result.subList(0, Math.min(result.size(), statement.mostRows()));
        var rows = new ArrayList<List<@Nullable Object>>(kept.size());
        for (var record : kept) {
            rows.add(row(record, overNoRows(record)));
        }
        return new Table(statement.columns(), rows);
    }

    /** Whether the result is one total that no row went into. */
    boolean overNoRows(Result<Record> result) {
        return result.size() == 1 && overNoRows(result.getFirst());
    }

    boolean truncated(Result<Record> result) {
        return result.size() > statement.mostRows();
    }

    private boolean overNoRows(Record record) {
        return statement.countsRows() && record.get(statement.columns().size(), Long.class) == 0;
    }

    private List<@Nullable Object> row(Record record, boolean overNoRows) {
        var cells = new ArrayList<@Nullable Object>(statement.columns().size());
        for (var i = 0; i < statement.columns().size(); i++) {
            var column = statement.columns().get(i);
            var cell = cell(column, record.get(i));
            cells.add(cell == null && overNoRows && addsUp(column) ? BigDecimal.ZERO : cell);
        }
        return cells;
    }

    private static @Nullable Object cell(Column column, @Nullable Object raw) {
        if (raw == null || column.type() != ColumnType.NUMBER) {
            return raw;
        }
        // Trailing zeros of a database's scale mean nothing: 12.50 and 12.5 are to be one figure everywhere.
        return raw instanceof BigDecimal number ? plain(number) : raw;
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
