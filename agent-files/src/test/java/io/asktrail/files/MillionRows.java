package io.asktrail.files;

import static io.asktrail.files.SampleTables.COLUMNS;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.file.FileCover;
import io.asktrail.contracts.file.FileOrder;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Export;
import io.asktrail.files.format.Cover;
import io.asktrail.files.format.RowWriter;
import io.asktrail.registry.wording.Wording;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Writes a file of many rows: the program that {@link MillionRowsTest} gives little memory. */
final class MillionRows {
    static final int ROWS = 1_000_000;

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    private MillionRows() {}

    public static void main(String[] arguments) throws IOException {
        var format = Export.Format.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        var order = new FileOrder(
                format,
                false,
                "many",
                new FileOrder.Given(new Table(COLUMNS, List.of()), false),
                new FileCover(null, null, null, List.of(), List.of(), List.of(), List.of(), null, "1", null));
        try (var writer =
                RowWriters.open(order, COLUMNS, Path.of(arguments[1]), Wording.withoutNames(Language.ENGLISH))) {
            for (var i = 0; i < ROWS; i++) {
                writer.add(Arrays.asList(
                        "405-%07d-%04d".formatted(i, i % 9973),
                        FIRST.plusDays(i % 365),
                        sales(i),
                        i % 10 == 0 ? null : new BigDecimal("0.1234"),
                        BigDecimal.valueOf(i % 7)));
            }
            writer.finish(new RowWriter.Finish(null, new Cover(List.of(), null)));
        }
    }

    /** Paise, some of them below zero. */
    private static BigDecimal sales(int row) {
        return BigDecimal.valueOf(row * 37L % 1_000_003 - 1_000, 2);
    }
}
