package io.asktrail.cli.render;

import io.asktrail.cli.terminal.Style;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table as lines: columns aligned, numbers to the right, wide texts cut until it fits. */
final class TableText {
    private static final String GAP = "  ";
    /** A text column is cut no further: less would say nothing. */
    private static final int NARROWEST = 10;

    private final Table table;
    private final int shownRows;
    private final Style style;
    private final Language language;
    private final List<List<String>> cells = new ArrayList<>();
    private final int[] widths;

    private TableText(Table table, int columns, int maxRows, Style style, Language language) {
        this.table = table;
        this.style = style;
        this.language = language;
        this.shownRows = Math.min(table.size(), maxRows);
        var totals = totals();
        for (var column = 0; column < table.columns().size(); column++) {
            cells.add(column(column, totals));
        }
        this.widths = fit(natural(), columns);
    }

    /**
     * @param columns how many cells a line may take
     * @param maxRows how many rows are shown at most
     * @param language of the answer's words
     */
    static List<String> lines(Table table, int columns, int maxRows, Style style, Language language) {
        return new TableText(table, columns, maxRows, style, language).lines();
    }

    private @Nullable List<@Nullable Object> totals() {
        var totals = table.totals();
        // Under a single row the totals would say the same again.
        return totals == null || table.size() < 2 || totals.stream().allMatch(Objects::isNull) ? null : totals;
    }

    /** Label, rows, and the totals' cell if there are totals. */
    private List<String> column(int at, @Nullable List<@Nullable Object> totals) {
        var column = table.columns().get(at);
        var values = new ArrayList<@Nullable Object>();
        table.rows().subList(0, shownRows).forEach(row -> values.add(row.get(at)));
        var texts = new ArrayList<String>();
        texts.add(Printable.of(column.label()));
        if (totals != null) {
            values.add(totals.get(at));
        }
        texts.addAll(written(column, values));
        if (totals != null && totals.get(at) == null) {
            texts.set(texts.size() - 1, at == 0 ? Heading.TOTAL.in(language) : "");
        }
        return texts;
    }

    private static List<String> written(Column column, List<@Nullable Object> values) {
        if (column.type() != ColumnType.NUMBER) {
            return values.stream()
                    .map(value -> value == null ? NumberText.NONE : Printable.of(value.toString()))
                    .toList();
        }
        var numbers = NumberText.of(
                column.unit(),
                values.stream()
                        .filter(Objects::nonNull)
                        .map(BigDecimal.class::cast)
                        .toList());
        return values.stream().map(value -> numbers.write((BigDecimal) value)).toList();
    }

    private int[] natural() {
        return cells.stream()
                .mapToInt(column ->
                        column.stream().mapToInt(DisplayWidth::of).max().orElse(0))
                .toArray();
    }

    // The widest text gives way first; numbers are never cut, since a part of a number is another number.
    private int[] fit(int[] widths, int columns) {
        var room = (long) columns - (long) GAP.length() * (widths.length - 1);
        while (Arrays.stream(widths).asLongStream().sum() > room) {
            var widest = IntStream.range(0, widths.length)
                    .filter(i -> table.columns().get(i).type() != ColumnType.NUMBER && widths[i] > NARROWEST)
                    .boxed()
                    .max((a, b) -> Integer.compare(widths[a], widths[b]));
            if (widest.isEmpty()) {
                break;
            }
            widths[widest.get()]--;
        }
        return widths;
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(style.bold(line(0)));
        lines.add(rule());
        for (var row = 0; row < shownRows; row++) {
            lines.add(line(row + 1));
        }
        if (!cells.isEmpty() && cells.getFirst().size() > shownRows + 1) {
            lines.add(rule());
            lines.add(line(shownRows + 1));
        }
        return lines;
    }

    private String rule() {
        return style.dim(
                String.join(GAP, Arrays.stream(widths).mapToObj("─"::repeat).toList()));
    }

    private String line(int at) {
        var line = new StringBuilder();
        for (var column = 0; column < cells.size(); column++) {
            var cell = cells.get(column).get(at);
            var isNumber = table.columns().get(column).type() == ColumnType.NUMBER;
            line.append(column == 0 ? "" : GAP)
                    .append(
                            isNumber
                                    ? DisplayWidth.padLeft(cell, widths[column])
                                    : DisplayWidth.padRight(DisplayWidth.cut(cell, widths[column]), widths[column]));
        }
        return line.toString().stripTrailing();
    }
}
