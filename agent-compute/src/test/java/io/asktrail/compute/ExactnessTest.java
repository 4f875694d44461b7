package io.asktrail.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Thousands of made-up joins against fractions worked out by hand-written nested look-ups. */
class ExactnessTest {
    private static final int CASES = 5_000;

    @Test
    void agreesWithFractionsToTheLastDigit() {
        var random = new Random(20251031);
        for (var round = 0; round < CASES; round++) {
            // Given
            var spend = amounts(random);
            var sales = amounts(random);
            var step = Steps.joined("campaign", "channel")
                    .formulas("revenue=net_sales", "roas=revenue/spend", "acos=(net_sales-spend)/net_sales")
                    .select("spend", "net_sales", "roas", "acos")
                    .build();

            // When
            var table = Shop.rows(step, table("spend", spend), table("net_sales", sales))
                    .table();

            // Then
            assertThat(Shop.lines(table)).as("case %d", round).isEqualTo(expected(spend, sales));
        }
    }

    private static List<String> expected(TreeMap<String, Long> spend, TreeMap<String, Long> sales) {
        var lines = new ArrayList<String>();
        lines.add("campaign channel spend net_sales roas acos");
        var allSpend = Fraction.ZERO;
        var allSales = Fraction.ZERO;
        var keys = new TreeSet<>(spend.keySet());
        keys.addAll(sales.keySet());
        for (var key : keys) {
            var spent = Fraction.cents(spend.getOrDefault(key, 0L));
            var sold = Fraction.cents(sales.getOrDefault(key, 0L));
            lines.add(line(key, spent, sold));
            allSpend = allSpend.plus(spent);
            allSales = allSales.plus(sold);
        }
        if (!keys.isEmpty()) {
            lines.add("= " + line("- -", allSpend, allSales));
        }
        return lines;
    }

    private static String line(String key, Fraction spend, Fraction sales) {
        return String.join(
                " ",
                key,
                text(spend, 2),
                text(sales, 2),
                text(sales.over(spend), 4),
                text(sales.minus(spend).over(sales), 4));
    }

    private static String text(@Nullable Fraction value, int scale) {
        return value == null ? "-" : value.rounded(scale).toPlainString();
    }

    // Zeros, refunds that outweigh sales, tiny and huge amounts, and keys that only one side has.
    private static TreeMap<String, Long> amounts(Random random) {
        var amounts = new TreeMap<String, Long>();
        var rows = random.nextInt(9);
        for (var i = 0; i < rows; i++) {
            var key = "c" + random.nextInt(4) + " " + List.of("SB", "SD", "SP").get(random.nextInt(3));
            amounts.put(
                    key,
                    switch (random.nextInt(5)) {
                        case 0 -> 0L;
                        case 1 -> -random.nextLong(1_000_000);
                        case 2 -> random.nextLong(100);
                        case 3 -> random.nextLong(1_000_000_000_000_000L);
                        default -> random.nextLong(10_000_000);
                    });
        }
        return amounts;
    }

    private static Table table(String metric, TreeMap<String, Long> amounts) {
        var columns = List.of(
                new Column("campaign", "Campaign", ColumnType.TEXT, null),
                new Column("channel", "Channel", ColumnType.TEXT, null),
                new Column(metric, metric, ColumnType.NUMBER, "INR"));
        var rows = new ArrayList<List<Object>>();
        // Handed over in descending order: the result may not depend on it.
        amounts.descendingMap().forEach((key, cents) -> {
            var parts = key.split(" ");
            rows.add(Arrays.asList(parts[0], parts[1], BigDecimal.valueOf(cents, 2)));
        });
        return new Table(columns, rows);
    }
}
