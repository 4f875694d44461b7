package io.asktrail.files.format;

import static io.asktrail.files.SampleTables.COLUMNS;
import static io.asktrail.files.SampleTables.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against texts that were written by hand after RFC 4180. */
class CsvRowsTest {
    private static final RowWriter.Finish END = new RowWriter.Finish(null, new Cover(List.of(), null));

    @Test
    void writesWhatTheStandardSays() throws IOException {
        assertThat(csv(
                        COLUMNS,
                        false,
                        row("405-0012345", "2025-11-01", "123456.70", "0.123456789", "3"),
                        row("a \"b\", c\r\nd", "2025-11-02", "-5", null, "0"),
                        row("दिल्ली ₹", null, "1E+3", "0", null)))
                .isEqualTo("order_id,date,net_sales,acos,units\r\n"
                        + "405-0012345,2025-11-01,123456.70,0.123456789,3\r\n"
                        + "\"a \"\"b\"\", c\r\nd\",2025-11-02,-5,,0\r\n"
                        + "दिल्ली ₹,,1000,0,\r\n");
    }

    @Test
    void tellsAnEmptyTextFromNothing() throws IOException {
        assertThat(csv(COLUMNS, false, row("", null, null, null, null), row(null, null, null, null, null)))
                .isEqualTo("order_id,date,net_sales,acos,units\r\n\"\",,,,\r\n,,,,\r\n");
    }

    @Test
    void writesNoLineThatReadersTakeForNone() throws IOException {
        // Given
        var one = List.of(new Column("city", "City", ColumnType.TEXT, null));

        // When / Then
        assertThat(csv(one, false, Arrays.asList("Delhi"), Arrays.asList((Object) null)))
                .isEqualTo("city\r\nDelhi\r\n\"\"\r\n");
    }

    @Test
    void beginsWithAByteOrderMarkIfThatIsWanted() throws IOException {
        // When
        var bytes = bytes(COLUMNS, true, row("1", null, null, null, null));

        // Then
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF, 'o', 'r', 'd');
    }

    @Test
    void keepsIdentifiersAsTheyAre() throws IOException {
        assertThat(csv(COLUMNS, false, row("0012345678901234567890", null, null, null, null)))
                .contains("\r\n0012345678901234567890,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+1+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1+1",
                "\u00A0=1+1",
                "\u200B=1+1",
                "\uFEFF@x",
                "＝1+1",
                "＋1",
                "－1",
                "＠x"
            })
    void leavesNothingToRunInATextThatWouldBeAFormula(String text) throws IOException {
        // When
        var cell = csv(COLUMNS, false, row(text, null, null, null, null))
                .substring("order_id,date,net_sales,acos,units\r\n".length());

        // Then
        assertThat(cell.startsWith("\"") ? cell.substring(1) : cell).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "Delhi - NCR", "3-5 kg", "mail@example.com", "'quoted'", "№ 5"})
    void leavesHarmlessTextsAsTheyAre(String text) throws IOException {
        assertThat(csv(COLUMNS, false, row(text, null, null, null, null))).contains("\r\n" + text + ",");
    }

    @Test
    void keepsNegativeNumbersNumbers() throws IOException {
        assertThat(csv(COLUMNS, false, row("x", null, "-1234.5", "-0.01", null)))
                .contains("x,,-1234.5,-0.01,\r\n");
    }

    @Test
    void leavesTotalsOut() throws IOException {
        // Given
        var out = new ByteArrayOutputStream();

        // When
        try (var writer = new CsvRows(out, COLUMNS, false)) {
            writer.add(row("a", null, "1", null, null));
            writer.finish(new RowWriter.Finish(
                    new ArrayList<>(Arrays.asList(null, null, BigDecimal.ONE, null, null)), END.cover()));
        }

        // Then
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("\r\na,,1,,\r\n");
    }

    @SafeVarargs
    private static String csv(List<Column> columns, boolean mark, List<@Nullable Object>... rows) throws IOException {
        return new String(bytes(columns, mark, rows), StandardCharsets.UTF_8);
    }

    @SafeVarargs
    private static byte[] bytes(List<Column> columns, boolean mark, List<@Nullable Object>... rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new CsvRows(out, columns, mark)) {
            for (var row : rows) {
                writer.add(row);
            }
            writer.finish(END);
        }
        return out.toByteArray();
    }
}
