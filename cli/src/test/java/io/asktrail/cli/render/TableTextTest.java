package io.asktrail.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.cli.terminal.Style;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTextTest {
    private static final Style PLAIN = new Style(false);

    private static final Column PRODUCT = new Column("product", "Product", ColumnType.TEXT, null);
    private static final Column SALES = new Column("net_sales", "Net sales", ColumnType.NUMBER, "INR");
    private static final Column ROAS = new Column("roas", "ROAS", ColumnType.NUMBER, "ratio");

    @Test
    void alignsNumbersToTheRightAndWritesThemAsInIndia() {
        // Given
        var table = new Table(
                List.of(PRODUCT, SALES, ROAS),
                List.of(
                        List.of("Steel Bottle", new BigDecimal("1234567.89"), new BigDecimal("4.256")),
                        Arrays.asList("Tea", new BigDecimal("-500"), null)),
                Arrays.asList(null, new BigDecimal("1234067.89"), new BigDecimal("4.25")));

        // When
        var lines = TableText.lines(table, 80, 100, PLAIN, Language.ENGLISH);

        // Then
        assertThat(String.join("\n", lines)).isEqualTo("""
                Product           Net sales  ROAS
                ────────────  ─────────────  ────
                Steel Bottle  ₹12,34,567.89  4.26
                Tea                -₹500.00     –
                ────────────  ─────────────  ────
                Total         ₹12,34,067.89  4.25""");
    }

    @Test
    void cutsTextsButNeverNumbersWhereTheTerminalIsNarrow() {
        // Given
        var table = new Table(
                List.of(PRODUCT, SALES), List.of(List.of("A very long name of a product", new BigDecimal("12345678"))));

        // When
        var lines = TableText.lines(table, 28, 100, PLAIN, Language.ENGLISH);

        // Then
        assertThat(lines.get(2)).isEqualTo("A very long n…  ₹1,23,45,678");
        assertThat(DisplayWidth.of(lines.get(1))).isEqualTo(28);
    }

    @Test
    void keepsColumnsStraightUnderDevanagariAndWideLetters() {
        // Given: of the six code points of नमस्ते two marks take no cell, and each Chinese letter takes two.
        var table = new Table(
                List.of(PRODUCT, ROAS),
                List.of(
                        List.of("नमस्ते", BigDecimal.ONE),
                        List.of("茶叶", BigDecimal.TWO),
                        List.of("Tea", BigDecimal.TEN)));

        // When
        var lines = TableText.lines(table, 80, 100, PLAIN, Language.ENGLISH);

        // Then
        assertThat(lines.subList(2, 5)).containsExactly("नमस्ते      1.00", "茶叶      2.00", "Tea      10.00");
    }

    @Test
    void takesNoOrdersFromData() {
        // Given
        var table = new Table(List.of(PRODUCT), List.of(List.of("red\u001b[31m\nnext")));

        // When
        var lines = TableText.lines(table, 80, 100, PLAIN, Language.ENGLISH);

        // Then
        assertThat(lines.get(2)).isEqualTo("red [31m next");
    }

    @Test
    void leavesOutTotalsUnderASingleRow() {
        // Given
        var table = new Table(
                List.of(PRODUCT, SALES), List.of(List.of("Tea", BigDecimal.ONE)), Arrays.asList(null, BigDecimal.ONE));

        // When
        var lines = TableText.lines(table, 80, 100, PLAIN, Language.ENGLISH);

        // Then
        assertThat(lines).hasSize(3);
    }
}
