package io.asktrail.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneTableTest {
    private static final Column STATE = new Column("geo", "State", ColumnType.TEXT, null);
    private static final Column SPEND = new Column("spend", "Spend", ColumnType.NUMBER, "INR");
    private static final Column ROAS = new Column("roas", "ROAS", ColumnType.NUMBER, "ratio");

    @Test
    void standsInColumnsWithItsTotals() {
        // Given
        var table = new Table(
                List.of(STATE, SPEND, ROAS),
                List.of(row("Delhi", "1234567.5", "3.456"), row("Goa", "20", null)),
                row(null, "1234587.5", "3.4"));

        // When
        var shown = PhoneTable.of(table, Language.ENGLISH);

        // Then
        assertThat(shown.lines())
                .containsExactly(
                        "State          Spend  ROAS",
                        "─────  ─────────────  ────",
                        "Delhi  ₹12,34,567.50  3.46",
                        "Goa           ₹20.00     –",
                        "─────  ─────────────  ────",
                        "Total  ₹12,34,587.50  3.40");
        assertThat(shown.rowsLeft()).isZero();
        assertThat(shown.columnsLeft()).isZero();
    }

    @Test
    void writesASingleRowDownwards() {
        // Given
        var table = new Table(List.of(STATE, SPEND, ROAS), List.of(row("Delhi", "1234567", "3.456")));

        // When / Then
        assertThat(PhoneTable.of(table, Language.ENGLISH).lines())
                .containsExactly("State  Delhi", "Spend  ₹12,34,567", "ROAS   3.46");
    }

    @Test
    void leavesOutColumnsThatDoNotFitAndSaysHowMany() {
        // Given
        var columns = new ArrayList<>(List.of(STATE));
        IntStream.range(0, 8).forEach(n -> columns.add(new Column("m" + n, "Metric " + n, ColumnType.NUMBER, "INR")));
        var cells = new ArrayList<@Nullable Object>();
        cells.add("A state with a very long name indeed");
        IntStream.range(0, 8).forEach(n -> cells.add(new BigDecimal("1234567")));
        var table = new Table(columns, List.of(cells, cells));

        // When
        var shown = PhoneTable.of(table, Language.ENGLISH);

        // Then
        assertThat(shown.columnsLeft()).isEqualTo(6);
        assertThat(shown.lines()).allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(38));
        assertThat(shown.lines().get(2)).startsWith("A state").contains("…").endsWith("₹12,34,567");
    }

    @Test
    void isNeverWiderThanATelephoneAndNeverCutsANumber() {
        var random = new Random(47);
        for (var round = 0; round < 300; round++) {
            // Given
            var columns = IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(n -> random.nextBoolean()
                            ? new Column("t" + n, "T".repeat(1 + random.nextInt(30)), ColumnType.TEXT, null)
                            : new Column("n" + n, "N".repeat(1 + random.nextInt(30)), ColumnType.NUMBER, "count"))
                    .toList();
            var rows = IntStream.range(0, 2 + random.nextInt(20))
                    .mapToObj(_ -> columns.stream()
                            .<@Nullable Object>map(column -> column.type() == ColumnType.TEXT
                                    ? "दिल्ली x".repeat(1 + random.nextInt(8))
                                    : (Object) new BigDecimal(random.nextInt(1_000_000)))
                            .toList())
                    .toList();

            // When
            var shown = PhoneTable.of(new Table(columns, rows), Language.ENGLISH);

            // Then
            assertThat(shown.lines())
                    .allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(38));
            assertThat(shown.rowsLeft()).isEqualTo(Math.max(0, rows.size() - 10));
            if (columns.stream().allMatch(column -> column.type() == ColumnType.NUMBER)) {
                assertThat(String.join(
                                "", shown.lines().subList(2, shown.lines().size())))
                        .doesNotContain("…");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INR,1234567.891,'₹12,34,567.89'",
        "INR,-12345678,'-₹1,23,45,678'",
        "USD,1234567.5,'$1,234,567.50'",
        "percent,0.1234,12.3%",
        "percent,0.0034,0.34%",
        "ratio,3.456,3.46",
        "count,1234567,'12,34,567'",
        "count,2.5,2.5",
        "INR,999,₹999",
        "INR,1000,'₹1,000'"
    })
    void writesNumbersAsTheyAreReadHere(String unit, String value, String expected) {
        // Given
        var number = new BigDecimal(value);

        // When / Then
        assertThat(FigureText.of(new Column("m", "M", ColumnType.NUMBER, unit), List.of(number))
                        .write(number))
                .isEqualTo(expected);
    }

    @Test
    void cutsNamesBetweenLettersAndTheirMarks() {
        assertThat(Width.cut("दिल्ली की बिक्री", 4)).endsWith("…");
        assertThat(Width.of(Width.cut("दिल्ली की बिक्री", 4))).isLessThanOrEqualTo(4);
        assertThat(Width.cut("Delhi", 5)).isEqualTo("Delhi");
        assertThat(Width.cut("Mumbai", 5)).isEqualTo("Mumb…");
    }

    private static List<@Nullable Object> row(@Nullable String... cells) {
        var row = new ArrayList<@Nullable Object>();
        row.add(cells[0]);
        Arrays.stream(cells).skip(1).forEach(cell -> row.add(cell == null ? null : new BigDecimal(cell)));
        return row;
    }
}
