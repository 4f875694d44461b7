package io.asktrail.files.format;

import io.asktrail.contracts.table.Column;
import io.asktrail.files.saying.FileSaying;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook: the rows with typed cells under a frozen header, and a sheet that says how they were worked out. Texts
 * stand in their cells as texts, so that none of them is a formula, an identifier keeps its zeros, and memory does not
 * grow with the rows. Rows beyond what a sheet holds go on on the next one.
 */
public final class XlsxRows implements RowWriter {
    /** Rows of one sheet under the header; one is left for totals. */
    private static final int MOST_ROWS = Worksheet.MAX_ROWS - 2;

    private static final int FLUSHED_AT_ONCE = 500;
    /** Digits that the numbers of a spreadsheet are sure to keep. */
    private static final int SURE_DIGITS = 15;

    private static final double TEXT_WIDTH = 24;
    private static final double NUMBER_WIDTH = 16;
    private static final double DATE_WIDTH = 12;
    private static final double WIDEST = 60;

    private final OutputStream out;
    private final Workbook workbook;
    private final List<Column> columns;
    private final List<SheetFormats> formats;
    private final SheetText texts = new SheetText();
    private final Wording words;
    private final int mostRows;
    private Worksheet sheet;
    private int sheets;
    private int rows;

    /** @param words for the names of the sheets */
    public XlsxRows(OutputStream out, List<Column> columns, Wording words) {
        this(out, columns, words, MOST_ROWS);
    }

    /** @param mostRows rows of one sheet, fewer than a sheet may have for tests */
    XlsxRows(OutputStream out, List<Column> columns, Wording words, int mostRows) {
        this.out = out;
        this.workbook = new Workbook(out, "Asktrail", null);
        this.columns = List.copyOf(columns);
        this.formats = columns.stream().map(SheetFormats::of).toList();
        this.words = words;
        this.mostRows = mostRows;
        this.sheet = begin();
    }

    private Worksheet begin() {
        sheets++;
        rows = 0;
        var next = workbook.newWorksheet(
                sheets == 1
                        ? words.of(FileSaying.DATA_SHEET)
                        : words.of(Said.of(FileSaying.DATA_SHEET_MORE).number(sheets)));
        for (var i = 0; i < columns.size(); i++) {
            next.width(i, width(columns.get(i)));
            next.inlineString(0, i, texts.of(columns.get(i).label()));
            next.style(0, i).bold().fillColor("E7E6E6").wrapText(true).set();
        }
        next.freezePane(0, 1);
        return next;
    }

    private static double width(Column column) {
        var usual =
                switch (column.type()) {
                    case TEXT -> TEXT_WIDTH;
                    case NUMBER -> NUMBER_WIDTH;
                    case DATE -> DATE_WIDTH;
                };
        // The button of the filter takes the room of some letters.
        return Math.min(WIDEST, Math.max(usual, column.label().length() + 4));
    }

    @Override
    public void add(List<@Nullable Object> row) throws IOException {
        if (rows == mostRows) {
            end(sheet);
            sheet = begin();
        }
        rows++;
        write(rows, row, false);
        if (rows % FLUSHED_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    private void write(int at, List<@Nullable Object> row, boolean bold) {
        for (var i = 0; i < row.size(); i++) {
            var cell = row.get(i);
            if (cell == null) {
                continue;
            }
            var format = write(at, i, cell);
            var style = sheet.style(at, i).format(format);
            (bold ? style.bold() : style).set();
        }
    }

    private String write(int at, int column, Object cell) {
        return switch (cell) {
            case BigDecimal number
            when isSure(number) -> {
                sheet.value(at, column, number);
                yield formats.get(column).of(number);
            }
            case BigDecimal large -> {
                sheet.inlineString(at, column, large.toPlainString());
                yield SheetFormats.TEXT;
            }
            case LocalDate date -> {
                sheet.value(at, column, date);
                yield SheetFormats.DATE;
            }
            default -> {
                sheet.inlineString(at, column, texts.of(cell.toString()));
                yield SheetFormats.TEXT;
            }
        };
    }

    // A number whose whole part has more digits would be shown as another one; a long fraction loses nothing that is
    // read.
    private static boolean isSure(BigDecimal number) {
        return number.precision() - number.scale() <= SURE_DIGITS;
    }

    private void end(Worksheet full) throws IOException {
        full.setAutoFilter(0, 0, Math.max(rows, 1), columns.size() - 1);
        full.finish();
    }

    @Override
    public void finish(Finish finish) throws IOException {
        if (finish.totals() != null) {
            write(rows + 1, finish.totals(), true);
        }
        end(sheet);
        MethodSheet.write(
                workbook,
                words.of(FileSaying.METHOD_SHEET),
                lines(finish.cover()),
                finish.cover().chart());
        workbook.finish();
        out.flush();
    }

    private List<Cover.Line> lines(Cover cover) {
        var lines = new ArrayList<>(cover.lines());
        if (texts.cut() > 0) {
            lines.add(new Cover.Line(
                    words.of(FileSaying.CUT),
                    words.of(Said.of(FileSaying.CUT_TEXTS).number(texts.cut()))));
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        // Not the workbook: that would end a file which is thrown away, row by row that never came.
        out.close();
    }
}
