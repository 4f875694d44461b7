package io.asktrail.files;

import static io.asktrail.files.SampleTables.COLUMNS;
import static io.asktrail.files.SampleTables.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.files.format.Cover;
import io.asktrail.files.format.RowWriter;
import io.asktrail.files.parquet.ParquetRows;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRowsTest {
    private static final Cover COVER =
            new Cover(List.of(new Cover.Line("Method", "O'Brien's \"sums\".\nTwo lines.")), null);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void keepsNumbersAsDecimalsAndDatesAsDates() throws Exception {
        // When
        var file = written(
                COLUMNS,
                row("0012345678901234567", "2025-11-01", "1234567.89", "0.123456", "42"),
                row("=1+1", "2025-11-02", "-0.5", null, null),
                row("", null, null, null, "7"));

        // Then
        assertThat(strings(file, "SELECT column_type FROM (DESCRIBE SELECT * FROM '%s')"))
                .containsExactly("VARCHAR", "DATE", "DECIMAL(18,2)", "DECIMAL(18,6)", "DECIMAL(18,0)");
        assertThat(strings(file, "SELECT type FROM parquet_schema('%s') WHERE name = 'net_sales'"))
                .containsExactly("INT64");
        assertThat(strings(file, "SELECT order_id FROM '%s'")).containsExactly("0012345678901234567", "=1+1", "");
        assertThat(strings(file, "SELECT net_sales FROM '%s'")).containsExactly("1234567.89", "-0.50", null);
        assertThat(strings(file, "SELECT date FROM '%s'")).containsExactly("2025-11-01", "2025-11-02", null);
    }

    @Test
    void losesNoDigit() throws Exception {
        // When
        var file = written(
                List.of(new Column("n", "N", ColumnType.NUMBER, null)),
                one(new BigDecimal("12345678901234567890.123456789012345678")),
                one(new BigDecimal("0.000000000000000001")));

        // Then
        assertThat(strings(file, "SELECT column_type FROM (DESCRIBE SELECT * FROM '%s')"))
                .containsExactly("DECIMAL(38,18)");
        assertThat(strings(file, "SELECT CAST(n AS VARCHAR) FROM '%s'"))
                .containsExactly("12345678901234567890.123456789012345678", "0.000000000000000001");
    }

    @Test
    void keepsWhatNoDecimalHoldsAsText() throws Exception {
        // Given
        var digits = "9".repeat(40);

        // When
        var file = written(List.of(new Column("n", "N", ColumnType.NUMBER, null)), one(new BigDecimal(digits)));

        // Then
        assertThat(strings(file, "SELECT column_type FROM (DESCRIBE SELECT * FROM '%s')"))
                .containsExactly("VARCHAR");
        assertThat(strings(file, "SELECT n FROM '%s'")).containsExactly(digits);
    }

    @Test
    void saysInItselfHowItWasWorkedOut() throws Exception {
        // When
        var file = written(COLUMNS, row("a", null, "1", null, null));

        // Then
        assertThat(strings(file, "SELECT decode(value) FROM parquet_kv_metadata('%s') WHERE decode(key) = 'asktrail'"))
                .containsExactly("Method: O'Brien's \"sums\".\nTwo lines.");
    }

    @Test
    void tellsColumnsOfOneNameApart() throws Exception {
        // Given
        var twice = List.of(
                new Column("geo", "State", ColumnType.TEXT, null), new Column("GEO", "State", ColumnType.TEXT, null));

        // When
        var file = written(twice, new ArrayList<>(List.of("a", "b")));

        // Then
        assertThat(strings(file, "SELECT column_name FROM (DESCRIBE SELECT * FROM '%s')"))
                .containsExactly("geo", "GEO_2");
    }

    @Test
    void leavesNothingButTheFile() throws Exception {
        // When
        written(COLUMNS, row("a", null, "1", null, null));

        // Then
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("rows.parquet");
        }
    }

    private static List<@Nullable Object> one(BigDecimal number) {
        return new ArrayList<>(List.of(number));
    }

    @SafeVarargs
    private Path written(List<Column> columns, List<@Nullable Object>... rows) throws IOException {
        var file = folder.resolve("rows.parquet");
        try (var writer = new ParquetRows(file, columns)) {
            for (var row : rows) {
                writer.add(row);
            }
            writer.finish(new RowWriter.Finish(null, COVER));
        }
        return file;
    }

    private static List<@Nullable String> strings(Path file, String sql) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement();
                var found = statement.executeQuery(sql.formatted(file))) {
            var all = new ArrayList<@Nullable String>();
            while (found.next()) {
                all.add(found.getString(1));
            }
            return all;
        }
    }
}
