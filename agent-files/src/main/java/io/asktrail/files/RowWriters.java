package io.asktrail.files;

import io.asktrail.contracts.file.FileOrder;
import io.asktrail.contracts.table.Column;
import io.asktrail.files.format.CsvRows;
import io.asktrail.files.format.RowWriter;
import io.asktrail.files.format.XlsxRows;
import io.asktrail.files.parquet.ParquetRows;
import io.asktrail.registry.wording.Wording;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The writer of each format. */
final class RowWriters {
    private RowWriters() {}

    /** @param words of what a file says beside its rows */
    static RowWriter open(FileOrder order, List<Column> columns, Path file, Wording words) throws IOException {
        return switch (order.format()) {
            case CSV -> new CsvRows(out(file), columns, order.byteOrderMark());
            case XLSX -> new XlsxRows(out(file), columns, words);
            case PARQUET -> new ParquetRows(file, columns);
        };
    }

    private static BufferedOutputStream out(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file));
    }
}
