package io.asktrail.orchestrator.replay;

import io.asktrail.contracts.answer.CellChange;
import io.asktrail.contracts.answer.CellChange.RowKind;
import io.asktrail.contracts.answer.CellChange.RowName;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds two tables of one task against each other, figure by figure; rows are known by their cells that are no figures. */
final class TableChanges {
    private final Table before;
    private final Table after;
    private final List<CellChange> found = new ArrayList<>();

    private TableChanges(Table before, Table after) {
        this.before = before;
        this.after = after;
    }

    /** Every figure that differs in value; 2.50 and 2.5 do not. A column that only one of them has is no change. */
    static List<CellChange> between(Table before, Table after) {
        var changes = new TableChanges(before, after);
        changes.compareRows();
        changes.compareTotals();
        return changes.found;
    }

    private void compareRows() {
        var then = byName(before);
        var now = byName(after);
        then.forEach(
                (name, row) -> compare(name, now.containsKey(name) ? RowKind.KEPT : RowKind.GONE, row, now.get(name)));
        now.forEach((name, row) -> {
            if (!then.containsKey(name)) {
                compare(name, RowKind.NEW, null, row);
            }
        });
    }

    private void compareTotals() {
        if (before.totals() != null && after.totals() != null) {
            compare(List.of(), RowKind.TOTALS, before.totals(), after.totals());
        }
    }

    private void compare(
            List<RowName> name,
            RowKind kind,
            @Nullable List<@Nullable Object> then,
            @Nullable List<@Nullable Object> now) {
        figures().forEach(column -> {
            var was = number(before, then, column);
            var is = number(after, now, column);
            if (differ(was, is)) {
                found.add(new CellChange(name, kind, column.id(), column.label(), was, is));
            }
        });
    }

    private Stream<Column> figures() {
        return before.columns().stream()
                .filter(column -> column.type() == ColumnType.NUMBER)
                .filter(column -> after.indexOf(column.id()).isPresent());
    }

    private static @Nullable BigDecimal number(Table table, @Nullable List<@Nullable Object> row, Column column) {
        return row == null
                ? null
                : (BigDecimal) row.get(table.indexOf(column.id()).orElseThrow());
    }

    private static boolean differ(@Nullable BigDecimal was, @Nullable BigDecimal is) {
        return was == null || is == null ? was != is : was.compareTo(is) != 0;
    }

    private static SequencedMap<List<RowName>, List<@Nullable Object>> byName(Table table) {
        SequencedMap<List<RowName>, List<@Nullable Object>> rows = new LinkedHashMap<>();
        for (var row : table.rows()) {
            rows.put(nameOf(table, row), row);
        }
        return rows;
    }

    private static List<RowName> nameOf(Table table, List<@Nullable Object> row) {
        var names = new ArrayList<RowName>();
        for (var i = 0; i < row.size(); i++) {
            var column = table.columns().get(i);
            if (column.type() != ColumnType.NUMBER) {
                var cell = row.get(i);
                names.add(new RowName(column.id(), cell == null ? null : cell.toString()));
            }
        }
        return List.copyOf(names);
    }
}
