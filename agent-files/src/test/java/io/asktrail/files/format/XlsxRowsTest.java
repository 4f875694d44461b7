package io.asktrail.files.format;

import static io.asktrail.files.SampleTables.COLUMNS;
import static io.asktrail.files.SampleTables.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.file.Picture;
import io.asktrail.registry.wording.Wording;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Read again with Apache POI, which wrote none of it. */
class XlsxRowsTest {
    private static final Cover COVER = new Cover(
            List.of(
                    new Cover.Line("Method", "Net sales are gross sales less refunds."),
                    new Cover.Line("Caveats", "=1+1 is a text"),
                    new Cover.Line("", "The last days may still change.")),
            null);

    @Test
    void givesEachCellItsType() throws IOException {
        // When
        try (var book = book(row("0012345678901234567", "2025-11-01", "1234567.89", "0.1234", "42"))) {
            var data = book.getSheet("Data").getRow(1);

            // Then
            assertThat(data.getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(data.getCell(0).getStringCellValue()).isEqualTo("0012345678901234567");
            assertThat(DateUtil.isCellDateFormatted(data.getCell(1))).isTrue();
            assertThat(data.getCell(1).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2025, 11, 1));
            assertThat(data.getCell(2).getNumericCellValue()).isEqualTo(1234567.89);
            assertThat(data.getCell(3).getNumericCellValue()).isEqualTo(0.1234);
            assertThat(data.getCell(4).getNumericCellValue()).isEqualTo(42);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0            | ₹0.00
        999.5        | ₹999.50
        12345.6      | ₹12,345.60
        123456       | ₹1,23,456.00
        1234567.89   | ₹12,34,567.89
        12345678.9   | ₹1,23,45,678.90
        1234567890   | ₹1,23,45,67,890.00
        -5           | -₹5.00
        -12345.6     | -₹12,345.60
        -123456      | -₹1,23,456.00
        -12345678.9  | -₹1,23,45,678.90
        """)
    void groupsRupeesTheIndianWay(String number, String shown) throws IOException {
        try (var book = book(row("x", null, number, null, null))) {
            assertThat(shown(book.getSheet("Data").getRow(1).getCell(2))).isEqualTo(shown);
        }
    }

    @Test
    void showsRatesAsPerCentAndCountsWithoutDecimals() throws IOException {
        try (var book = book(row("x", "2025-11-01", null, "0.0725", "1234567"))) {
            var data = book.getSheet("Data").getRow(1);
            assertThat(shown(data.getCell(1))).isEqualTo("2025-11-01");
            assertThat(shown(data.getCell(3))).isEqualTo("7.25%");
            assertThat(shown(data.getCell(4))).isEqualTo("12,34,567");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-2+3", "@SUM(1)", "＝1+1", "\t=1", "1.2E+16", "00123", "TRUE", ""})
    void keepsATextAText(String text) throws IOException {
        // When
        try (var book = book(row(text, null, null, null, null))) {
            var cell = book.getSheet("Data").getRow(1).getCell(0);

            // Then
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(text);
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
        }
    }

    @Test
    void leavesAnEmptyCellEmpty() throws IOException {
        try (var book = book(row("x", null, null, null, "1"))) {
            var data = book.getSheet("Data").getRow(1);
            assertThat(data.getCell(1)).isNull();
            assertThat(data.getCell(2)).isNull();
        }
    }

    @Test
    void keepsEveryDigitOfANumberTooLongForASpreadsheet() throws IOException {
        try (var book = book(row("x", null, null, null, "12345678901234567"))) {
            assertThat(book.getSheet("Data").getRow(1).getCell(4).getStringCellValue())
                    .isEqualTo("12345678901234567");
        }
    }

    @Test
    void freezesTheHeaderAndFiltersAllRows() throws IOException {
        try (var book = book(row("a", null, "1", null, null), row("b", null, "2", null, null))) {
            var data = book.getSheet("Data");
            assertThat(data.getRow(0).getCell(2).getStringCellValue()).isEqualTo("Net sales");
            assertThat(data.getPaneInformation().isFreezePane()).isTrue();
            assertThat(data.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(data.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:E3");
        }
    }

    @Test
    void putsTotalsUnderTheRowsAndOutsideTheFilter() throws IOException {
        // Given
        List<@Nullable Object> totals = Arrays.asList("Total", null, new BigDecimal("3.50"), null, null);

        // When
        try (var book = read(written(10, totals, COVER, List.of(row("a", null, "3.50", null, null))))) {
            var data = book.getSheet("Data");

            // Then
            assertThat(data.getRow(2).getCell(2).getNumericCellValue()).isEqualTo(3.5);
            assertThat(data.getRow(2).getCell(2).getCellStyle().getFont().getBold())
                    .isTrue();
            assertThat(data.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:E2");
        }
    }

    @Test
    void saysInASheetOfItsOwnHowItWasWorkedOut() throws IOException {
        try (var book = book(row("a", null, null, null, null))) {
            var method = book.getSheet("Method");
            assertThat(line(method, 0)).containsExactly("Method", "Net sales are gross sales less refunds.");
            assertThat(line(method, 1)).containsExactly("Caveats", "=1+1 is a text");
            assertThat(line(method, 2)).containsExactly("", "The last days may still change.");
        }
    }

    @Test
    void showsTheChart() throws IOException {
        // Given
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 4, BufferedImage.TYPE_INT_RGB), "png", png);

        // When
        try (var book = read(written(10, null, new Cover(List.of(), new Picture(png.toByteArray())), List.of()))) {

            // Then
            assertThat(book.getAllPictures())
                    .singleElement()
                    .satisfies(picture -> assertThat(picture.getData()).isEqualTo(png.toByteArray()));
            assertThat(book.getSheet("Method").getDrawingPatriarch().getShapes())
                    .hasSize(1);
        }
    }

    @Test
    void goesOnOnTheNextSheetWhereOneIsFull() throws IOException {
        // Given
        var rows = List.of(
                row("a", null, "1", null, null), row("b", null, "2", null, null), row("c", null, "3", null, null));

        // When
        try (var book = read(written(2, null, COVER, rows))) {

            // Then
            assertThat(book.getSheet("Data").getLastRowNum()).isEqualTo(2);
            assertThat(book.getSheet("Data 2").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("Order");
            assertThat(book.getSheet("Data 2").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("c");
            assertThat(book.getSheetIndex("Method")).isEqualTo(2);
        }
    }

    @Test
    void writesWhatXmlCannotSayAsAMarkAndCutsWhatNoCellHolds() throws IOException {
        // Given
        var rows = List.of(
                row("a\u0000b\u0007c\uD800d", null, null, null, null), row("x".repeat(40_000), null, null, null, null));

        // When
        try (var book = read(written(10, null, COVER, rows))) {

            // Then
            assertThat(book.getSheet("Data").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
            assertThat(book.getSheet("Data").getRow(2).getCell(0).getStringCellValue())
                    .hasSize(32_767)
                    .endsWith("x…");
            assertThat(line(book.getSheet("Method"), 3))
                    .containsExactly("Cut", "1 texts were longer than a cell holds and end with “…”.");
        }
    }

    @Test
    void isAWorkbookWithoutRowsToo() throws IOException {
        try (var book = read(written(10, null, COVER, List.of()))) {
            assertThat(book.getSheet("Data").getLastRowNum()).isZero();
            assertThat(book.getSheet("Method")).isNotNull();
        }
    }

    private static List<String> line(XSSFSheet sheet, int row) {
        return List.of(
                sheet.getRow(row).getCell(0).getStringCellValue(),
                sheet.getRow(row).getCell(1).getStringCellValue());
    }

    private static String shown(Cell cell) {
        return new DataFormatter().formatCellValue(cell);
    }

    @SafeVarargs
    private static XSSFWorkbook book(List<@Nullable Object>... rows) throws IOException {
        return read(written(10, null, COVER, List.of(rows)));
    }

    private static XSSFWorkbook read(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static byte[] written(
            int mostRows, @Nullable List<@Nullable Object> totals, Cover cover, List<List<@Nullable Object>> rows)
            throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new XlsxRows(out, COLUMNS, Wording.withoutNames(Language.ENGLISH), mostRows)) {
            for (var row : rows) {
                writer.add(row);
            }
            writer.finish(new RowWriter.Finish(totals, cover));
        }
        return out.toByteArray();
    }
}
