package io.asktrail.insights.searchterm;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.insights.seen.SeenRows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody or something cost and brought.
 *
 * @param sales null where they were not asked for
 */
record Counted(
        String name,
        BigDecimal spend,
        BigDecimal clicks,
        BigDecimal orders,
        @Nullable BigDecimal sales) {
    static final MetricId SPEND = new MetricId("spend");
    static final MetricId CLICKS = new MetricId("clicks");
    static final MetricId ORDERS = new MetricId("attributed_orders");
    static final MetricId SALES = new MetricId("attributed_sales");

    private static final Counted NOTHING =
            new Counted("", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    static List<Counted> of(SeenRows rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> of(rows, row, rows.member(row)))
                .toList();
    }

    static Counted of(SeenRows rows, int row, String name) {
        return new Counted(
                name,
                rows.sum(row, SPEND, ""),
                rows.sum(row, CLICKS, ""),
                rows.sum(row, ORDERS, ""),
                rows.has(SALES.value()) ? rows.sum(row, SALES, "") : null);
    }

    static Counted sum(List<Counted> all) {
        return all.stream().reduce(NOTHING, (a, b) -> a.plus(b, ""));
    }

    Counted plus(Counted other, String name) {
        return new Counted(
                name,
                spend.add(other.spend),
                clicks.add(other.clicks),
                orders.add(other.orders),
                sales == null || other.sales == null
                        ? null
                        : Objects.requireNonNull(sales).add(other.sales));
    }
}
