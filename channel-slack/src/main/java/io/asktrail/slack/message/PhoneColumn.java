package io.asktrail.slack.message;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, written.
 *
 * @param label what stands above it
 * @param cells of the rows that are shown, and of the totals if there are any
 */
record PhoneColumn(String label, List<String> cells, boolean isNumber) {
    private static final int WIDEST_NAME = 18;
    private static final int NARROWEST_NAME = 8;
    private static final int WIDEST_LABEL = 10;

    PhoneColumn {
        cells = List.copyOf(cells);
    }

    static PhoneColumn of(Table table, int at, int rows, boolean hasTotals, Language language) {
        var column = table.columns().get(at);
        var values = new ArrayList<@Nullable Object>();
        table.rows().subList(0, rows).forEach(row -> values.add(row.get(at)));
        if (hasTotals) {
            values.add(Objects.requireNonNull(table.totals()).get(at));
        }
        var isNumber = column.type() == ColumnType.NUMBER;
        var cells = new ArrayList<>(isNumber ? numbers(column, values) : names(values));
        if (hasTotals && values.getLast() == null) {
            cells.set(cells.size() - 1, isNumber ? "" : Words.TOTAL.in(language));
        }
        return new PhoneColumn(clean(column.label()), cells, isNumber);
    }

    private static List<String> names(List<@Nullable Object> values) {
        return values.stream()
                .map(value -> value == null ? FigureText.NONE : clean(value.toString()))
                .toList();
    }

    private static List<String> numbers(Column column, List<@Nullable Object> values) {
        var figures = FigureText.of(
                column,
                values.stream()
                        .filter(Objects::nonNull)
                        .map(BigDecimal.class::cast)
                        .toList());
        return values.stream()
                .map(value -> value == null ? FigureText.NONE : figures.write((BigDecimal) value))
                .toList();
    }

    // A fence of back quotes ends at the next three of them, and a cell is one line.
    private static String clean(String cell) {
        return cell.replace('`', '\'')
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .strip();
    }

    /** Names give way, numbers do not: a part of a number is another number. */
    int least() {
        return isNumber ? ofNumbers() : Math.min(ofNames(), NARROWEST_NAME);
    }

    int most() {
        return isNumber ? ofNumbers() : Math.min(ofNames(), WIDEST_NAME);
    }

    private int ofNumbers() {
        return Math.max(widest(), Math.min(Width.of(label), WIDEST_LABEL));
    }

    private int ofNames() {
        return Math.max(widest(), Width.of(label));
    }

    private int widest() {
        return cells.stream().mapToInt(Width::of).max().orElse(0);
    }

    String heading(int width) {
        return placed(label, width);
    }

    String cell(int row, int width) {
        return placed(cells.get(row), width);
    }

    private String placed(String text, int width) {
        var fitting = Width.cut(text, width);
        return isNumber ? Width.right(fitting, width) : Width.left(fitting, width);
    }
}
