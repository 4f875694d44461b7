package io.asktrail.slack.message;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table that a telephone held upright shows without breaking a line: names to the left, as many numbers beside them as fit,
 * the first rows. A single row is written downwards, label by label.
 *
 * @param lines of equally wide characters
 * @param rowsLeft rows that are not shown
 * @param columnsLeft columns that are not shown
 */
record PhoneTable(List<String> lines, int rowsLeft, int columnsLeft) {
    /** What a telephone of the usual size shows of a block of code. */
    static final int PLACES = 38;

    static final int ROWS = 10;

    private static final int NAMES_FIRST = 2;
    private static final int LABELS = 20;
    private static final int WIDEST_LABEL = 20;
    private static final String GAP = "  ";

    PhoneTable {
        lines = List.copyOf(lines);
    }

    static PhoneTable of(Table table, Language language) {
        return table.size() == 1 ? downwards(table, language) : across(table, language);
    }

    private static PhoneTable downwards(Table table, Language language) {
        var columns = IntStream.range(0, Math.min(table.columns().size(), LABELS))
                .mapToObj(at -> PhoneColumn.of(table, at, 1, false, language))
                .toList();
        var wide = columns.stream()
                .mapToInt(column -> Math.min(Width.of(column.label()), WIDEST_LABEL))
                .max()
                .orElse(0);
        var lines = columns.stream()
                .map(column -> Width.left(Width.cut(column.label(), wide), wide)
                        + GAP
                        + column.cells().getFirst())
                .toList();
        return new PhoneTable(lines, 0, table.columns().size() - columns.size());
    }

    private static PhoneTable across(Table table, Language language) {
        var rows = Math.min(table.size(), ROWS);
        var hasTotals = table.size() > 1
                && table.totals() != null
                && table.totals().stream().anyMatch(Objects::nonNull);
        var chosen = new ArrayList<PhoneColumn>();
        var taken = 0;
        for (var at : order(table)) {
            var column = PhoneColumn.of(table, at, rows, hasTotals, language);
            var needed = column.least() + (chosen.isEmpty() ? 0 : GAP.length());
            if (chosen.isEmpty() || taken + needed <= PLACES) {
                chosen.add(column);
                taken += needed;
            }
        }
        var lines = lines(chosen, widths(chosen, PLACES - taken), rows, hasTotals);
        return new PhoneTable(lines, table.size() - rows, table.columns().size() - chosen.size());
    }

    // Two names, then the numbers, then what else there is: with three names there is seldom room for a number.
    private static List<Integer> order(Table table) {
        var all = IntStream.range(0, table.columns().size()).boxed().toList();
        var names = all.stream()
                .filter(at -> table.columns().get(at).type() != ColumnType.NUMBER)
                .toList();
        var order = new ArrayList<>(names.subList(0, Math.min(NAMES_FIRST, names.size())));
        all.stream().filter(at -> !names.contains(at)).forEach(order::add);
        names.stream().skip(NAMES_FIRST).forEach(order::add);
        return order;
    }

    /** @param room places that are left over when each column has its least, for the names */
    private static List<Integer> widths(List<PhoneColumn> columns, int room) {
        var widths = new ArrayList<Integer>();
        var left = Math.max(0, room);
        for (var column : columns) {
            var more = Math.min(left, column.most() - column.least());
            widths.add(column.least() + more);
            left -= more;
        }
        return widths;
    }

    private static List<String> lines(List<PhoneColumn> columns, List<Integer> widths, int rows, boolean hasTotals) {
        var rule = widths.stream().map("─"::repeat).collect(Collectors.joining(GAP));
        var lines = new ArrayList<String>();
        lines.add(line(columns, (column, at) -> column.heading(widths.get(at))));
        lines.add(rule);
        for (var row = 0; row < rows; row++) {
            var shown = row;
            lines.add(line(columns, (column, at) -> column.cell(shown, widths.get(at))));
        }
        if (hasTotals) {
            lines.add(rule);
            lines.add(line(columns, (column, at) -> column.cell(rows, widths.get(at))));
        }
        return lines;
    }

    private interface Cell {
        String of(PhoneColumn column, int at);
    }

    private static String line(List<PhoneColumn> columns, Cell cell) {
        return IntStream.range(0, columns.size())
                .mapToObj(at -> cell.of(columns.get(at), at))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }
}
