package io.asktrail.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManyRowsTest {
    private static final int ROWS = 200_000;

    @Test
    void joinsTwoFullInputs() {
        // Given: the sides overlap by half
        var spend = table("spend", 0);
        var sales = table("net_sales", ROWS / 2);
        var step = Steps.joined("campaign", "channel")
                .formulas("revenue=net_sales", "roas=revenue/spend")
                .select("spend", "net_sales", "roas")
                .build();

        // When
        var result = Shop.rows(step, spend, sales);

        // Then: Gauss knows the sums
        assertThat(result.table().size()).isEqualTo(ROWS * 3 / 2);
        assertThat(result.table().totals())
                .endsWith(new BigDecimal("20000100000.00"), new BigDecimal("40000100000.00"), new BigDecimal("2.0000"));
    }

    private static Table table(String metric, int from) {
        var columns = List.of(
                new Column("campaign", "Campaign", ColumnType.TEXT, null),
                new Column("channel", "Channel", ColumnType.TEXT, null),
                new Column(metric, metric, ColumnType.NUMBER, "INR"));
        var rows = new ArrayList<List<Object>>();
        for (var i = from; i < from + ROWS; i++) {
            rows.add(List.of("campaign " + i, "SP", BigDecimal.valueOf(i + 1L)));
        }
        return new Table(columns, rows);
    }
}
