package io.asktrail.insights.seen;

import io.asktrail.contracts.diagnosis.FindingColumns;
import io.asktrail.contracts.diagnosis.Found;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.registry.Registry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table under way: columns come as they are needed, and a row fills those it has something for. */
public final class FindingTable {
    private final Registry registry;
    private final LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** One row of it. */
    public static final class Row {
        private final Map<String, Object> cells = new HashMap<>();

        private Row() {}

        /** The member of a row, or that it has none. */
        public Row member(String member) {
            return member.equals(SeenRows.NOBODY)
                    ? put(FindingColumns.FOUND, Found.NOBODY.code())
                    : put(FindingColumns.MEMBER, member);
        }

        /** What a row is that is no single member. */
        public Row found(Found found) {
            return put(FindingColumns.FOUND, found.code());
        }

        /** Leaves the cell empty for null. */
        public Row put(String column, @Nullable Object value) {
            if (value != null) {
                cells.put(column, value);
            }
            return this;
        }
    }

    public FindingTable(Registry registry) {
        this.registry = registry;
    }

    /** Whom a row is about: a member, or what it is where it is none. */
    public FindingTable members(String label) {
        return text(FindingColumns.MEMBER, label).text(FindingColumns.FOUND, "Found");
    }

    public FindingTable text(String id, String label) {
        return column(new Column(id, label, ColumnType.TEXT, null));
    }

    public FindingTable date(String id, String label) {
        return column(new Column(id, label, ColumnType.DATE, null));
    }

    public FindingTable number(String id, String label, String unit) {
        return column(new Column(id, label, ColumnType.NUMBER, unit));
    }

    /** A column in a metric's unit: the metric itself, or what follows from it. */
    public FindingTable metric(MetricId metric, String suffix, String words) {
        var definition = registry.metric(metric);
        return number(
                metric.value() + suffix,
                definition.names().english() + words,
                definition.unit().text());
    }

    /** A column as another table has it, after those that are there. */
    public FindingTable column(Column column) {
        columns.putIfAbsent(column.id(), column);
        return this;
    }

    public Row row() {
        var row = new Row();
        rows.add(row);
        return row;
    }

    public Table table() {
        var cells = new ArrayList<List<@Nullable Object>>();
        for (var row : rows) {
            var line = new ArrayList<@Nullable Object>();
            columns.keySet().forEach(id -> line.add(row.cells.get(id)));
            cells.add(line);
        }
        return new Table(List.copyOf(columns.values()), cells);
    }
}
