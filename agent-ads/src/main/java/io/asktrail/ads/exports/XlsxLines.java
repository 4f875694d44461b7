package io.asktrail.ads.exports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a workbook, row by row. Only its table of distinct texts is held whole; numbers come as they are
 * stored, not as they are shown, so that a column too narrow or a currency format changes nothing.
 */
final class XlsxLines implements Lines {
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    private XlsxLines(ReadableWorkbook workbook, Stream<Row> stream) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
    }

    static XlsxLines of(Path file) throws IOException {
        var workbook = new ReadableWorkbook(file.toFile(), WITH_FORMATS);
        try {
            return new XlsxLines(workbook, workbook.getFirstSheet().openStream());
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Line next() {
        var row = rows.next();
        var cells = new ArrayList<String>(row.getCellCount());
        for (var i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(XlsxLines::text).orElse(""));
        }
        return new Line(row.getRowNum(), cells);
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER && isDate(cell.getDataFormatString())) {
            LocalDateTime moment = cell.asDate();
            return moment.toLocalDate().toString();
        }
        return Objects.requireNonNullElse(cell.getRawValue(), "");
    }

    // What Excel shows as a day has both a day and a year in its format; texts in it are quoted or in brackets.
    private static boolean isDate(@Nullable String format) {
        if (format == null) {
            return false;
        }
        var letters = format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").toLowerCase(Locale.ROOT);
        return letters.contains("d") && letters.contains("y");
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
