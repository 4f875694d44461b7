package io.asktrail.ads.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.service.loading.LoadProgress;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.BiConsumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {
    private final ExportsDatabase database = new ExportsDatabase();

    @TempDir
    Path folder;

    @Test
    void loadsAWorkbookWithRealDatesSerialsAndFormattedMoney() throws Exception {
        // Given the console's workbook: dates as numbers with a format, money with a currency format
        var file = workbook(ConsoleFiles.TARGETING, (sheet, row) -> {
            sheet.value(row, 0, LocalDateTime.parse("2025-01-05T00:00:00"));
            sheet.style(row, 0).format("mmm dd, yyyy").set();
            sheet.value(row + 1, 0, 45_663);
            sheet.value(row + 2, 0, "Jan 07, 2025");
            for (var i = 0; i < 3; i++) {
                targeting(sheet, row + i);
            }
            sheet.value(row + 5, 3, " ");
        });

        // When
        var report = load(file);

        // Then 45663 is 6 January 2025 in Excel's count of days
        assertThat(database.query(
                        "SELECT date, keyword, match_type, clicks, cost, attributed_sales FROM ads.targeting_daily"
                                + " ORDER BY date"))
                .containsExactly(
                        "2025-01-05|cotton kurta|phrase|12|1234.57|2469.10",
                        "2025-01-06|cotton kurta|phrase|12|1234.57|2469.10",
                        "2025-01-07|cotton kurta|phrase|12|1234.57|2469.10");
        assertThat(report.text("t.xlsx")).contains("Sponsored Products targeting, 3 rows");
    }

    @Test
    void namesTheRowOfASheetThatCannotBeRead() throws Exception {
        // Given
        var file = workbook(ConsoleFiles.TARGETING, (sheet, row) -> {
            sheet.value(row, 0, "2025-01-05");
            targeting(sheet, row);
            sheet.value(row + 1, 0, "2025-01-06");
            targeting(sheet, row + 1);
            sheet.value(row + 1, 6, "SIMILAR");
        });

        // When, Then
        assertThatThrownBy(() -> load(file))
                .hasMessageContaining("line 3, column 'Match Type': 'SIMILAR' should be EXACT, PHRASE, BROAD or -");
    }

    @Test
    void saysWhatToDoWithAWorkbookThatCannotBeOpened() throws Exception {
        // Given
        var old = Files.write(
                folder.resolve("old.xls"),
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1});
        var whole = Files.readAllBytes(workbook(ConsoleFiles.TARGETING, (_, _) -> {}));
        var cut = Files.write(folder.resolve("cut.xlsx"), java.util.Arrays.copyOf(whole, whole.length / 2));

        // When, Then
        assertThatThrownBy(() -> load(old)).hasMessageContaining("Save it as .xlsx without a password, or as CSV");
        assertThatThrownBy(() -> load(cut))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("Download it again, or save it as CSV");
    }

    private static void targeting(Worksheet sheet, int row) {
        sheet.value(row, 2, "INR");
        sheet.value(row, 3, "Kurta");
        sheet.value(row, 4, "Group");
        sheet.value(row, 5, "cotton kurta");
        sheet.value(row, 6, "PHRASE");
        sheet.value(row, 7, 500);
        sheet.value(row, 9, 12);
        sheet.value(row, 12, new BigDecimal("1234.566"));
        sheet.style(row, 12).format("[$₹-4009]#,##0.00").set();
        sheet.value(row, 15, "₹2,469.10");
        sheet.value(row, 16, 3);
        sheet.value(row, 17, 3);
    }

    private Path workbook(String header, BiConsumer<Worksheet, Integer> rows) throws IOException {
        var file = folder.resolve("export.xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "console", "1.0")) {
            var sheet = workbook.newWorksheet("Sponsored Products Report");
            var names = header.split(",");
            for (var i = 0; i < names.length; i++) {
                sheet.value(0, i, names[i]);
            }
            rows.accept(sheet, 1);
        }
        return file;
    }

    private ImportReport load(Path file) throws SQLException {
        try (var connection = database.open()) {
            return new AdsFileImport(
                            new AdsFileImport.Choice(null, null),
                            "INR",
                            ZoneId.of("Asia/Kolkata"),
                            LocalDate.parse("2025-02-10"))
                    .load(file, connection, LoadProgress.silent());
        }
    }
}
