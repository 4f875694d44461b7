package io.asktrail.files.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.asktrail.contracts.table.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values as RFC 4180 has them, in UTF-8. The header has the columns' ids. Nothing at all stands for an
 * empty cell, a pair of quotes for an empty text; numbers are plain decimals, dates are ISO.
 */
public final class CsvRows implements RowWriter {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer out;
    private final CsvWriter csv;

    public CsvRows(OutputStream out, List<Column> columns, boolean byteOrderMark) throws IOException {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (byteOrderMark) {
            this.out.write(BYTE_ORDER_MARK);
        }
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(this.out);
        csv.writeRecord(
                columns.stream().map(column -> InertText.of(column.id())).toList());
    }

    // A line with nothing at all is read over: an only cell is never written so.
    @Override
    public void add(List<@Nullable Object> row) {
        var line = csv.writeRecord();
        for (var cell : row) {
            line.writeField(cell == null && row.size() == 1 ? "" : text(cell));
        }
        line.endRecord();
    }

    private static @Nullable String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> null;
            case BigDecimal number -> number.toPlainString();
            case String text -> InertText.of(text);
            default -> cell.toString();
        };
    }

    /** Totals are left out: whoever adds the column up would count everything twice. */
    @Override
    public void finish(Finish finish) throws IOException {
        csv.flush();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
