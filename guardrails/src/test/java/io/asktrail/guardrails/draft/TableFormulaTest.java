package io.asktrail.guardrails.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFormulaTest {
    // Three campaigns, one of them without orders, and their totals.
    private static final Table TABLE = new Table(
            List.of(
                    new Column("campaign", "Campaign", ColumnType.TEXT, null),
                    new Column("spend", "Ad spend", ColumnType.NUMBER, "INR"),
                    new Column("orders", "Orders", ColumnType.NUMBER, null),
                    new Column("spend.previous", "Ad spend, before", ColumnType.NUMBER, "INR")),
            List.of(row("A", "60", "3", "40"), row("B", "30", "2", "50"), row("C", "10", null, "0")),
            row(null, "100", "5", null));

    private static List<@Nullable Object> row(@Nullable String name, @Nullable String... numbers) {
        var cells = new java.util.ArrayList<@Nullable Object>();
        cells.add(name);
        Arrays.stream(numbers)
                .map(number -> number == null ? null : new BigDecimal(number))
                .forEach(cells::add);
        return cells;
    }

    @ParameterizedTest
    @CsvSource({
        "spend[0], 60",
        "spend[2], 10",
        "spend.previous[1], 50",
        "sum(spend), 100",
        "sum(orders), 5",
        "min(spend), 10",
        "max(spend), 60",
        "max(spend.previous), 50",
        "count(rows), 3",
        "count(orders), 2",
        "total(spend), 100",
        "spend[0] - spend[1] - spend[2], 20",
        "spend[0] - spend.previous[0], 20",
        "spend[1] + 2 * 3, 36",
        "(spend[1] + 2) * 3, 96",
        "spend[0] / spend[1], 2",
        "100 * spend[0] / sum(spend), 60",
        "12 / 3 / 2, 2",
        "2 * (1 + (4 - 2)), 6",
        "0.5 * spend[1], 15",
        "spend[0] / sum(spend), 0.6"
    })
    void isWorkedOutFromTheCells(String formula, BigDecimal value) {
        assertThat(new TableFormula(TABLE, formula).value())
                .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "spend",
                "spend[3]",
                "orders[2]",
                "profit[0]",
                "campaign[0]",
                "sum(profit)",
                "sum(campaign)",
                "min(profit)",
                "total(profit)",
                "total(spend.previous)",
                "median(spend)",
                "spend[0] / spend.previous[2]",
                "1 / (2 - 2)",
                "1 +",
                "1 -",
                "2 *",
                "(1 + 2",
                "1 + 2)",
                "1 2 +",
                "spend[0]]",
                "-1",
                "1 % 2",
                "spend[12345678]"
            })
    void comesToNothingWhereThatCannotBeDone(String formula) {
        assertThat(new TableFormula(TABLE, formula).value()).isEmpty();
    }

    @Test
    void aTableWithoutTotalsHasNone() {
        // Given
        var table = new Table(TABLE.columns(), TABLE.rows());

        // Then
        assertThat(new TableFormula(table, "total(spend)").value()).isEmpty();
    }
}
