package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.querying.session.Connections;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Percentiles of what orders came to, from any engine that works them out. The statements by hand rank the orders and
 * weigh the two nearest in exact decimals; they call no function for percentiles.
 */
abstract class PercentileContract {
    private static final Caller OWNER = caller(Role.ADMIN, "*");

    /** Of the orders in {@code v}: the weight of an order falls from 1 to 0 over one rank from the place that is meant. */
    private static final String BY_RANK = """
        with v as (
            select %1$s as g, order_id, sum(amount) as value from shop.lines l left join shop.products p on p.sku = l.sku
            where status <> 'Cancelled' and (ordered_at at time zone 'Asia/Kolkata')::date between '2025-10-01' and '2025-10-31'
                and %2$s
            group by 1, 2),
        r as (
            select g, value, row_number() over (partition by g order by value) - 1 as rank,
                count(*) over (partition by g) - 1 as last from v)
        select %3$s sum(value * greatest(0, 1 - abs(rank - %4$s * last))) from r group by g order by g nulls last\
        """;

    private final SampleReader reader;

    PercentileContract(Connections connections) {
        this.reader = new SampleReader(10_000, connections);
    }

    @Test
    void isTheMiddleOfTwoOrdersAndLiesInProportionBetweenThem() {
        // When: 1 January has an order of 74.50 and one of 111.50 beside a cancelled line of 37.50; on 2 January the
        // second
        // order got two more lines, of 148.50 and 185.50, and the third is cancelled
        var day = cells(rows(OWNER, orders("median_order p90_order").over("2025-01-01..2025-01-01")));
        var next = cells(rows(OWNER, orders("median_order p90_order").over("2025-01-02..2025-01-02")));
        var both = cells(rows(OWNER, orders("median_order p90_order").over("2025-01-01..2025-01-02")));

        // Then: (74.50 + 111.50) / 2 and 74.50 + 0.9 × 37; one order alone; (74.50 + 445.50) / 2 and 74.50 + 0.9 × 371
        assertThat(day).containsExactly(List.of("93", "107.8"));
        assertThat(next).containsExactly(List.of("334", "334"));
        assertThat(both).containsExactly(List.of("260", "408.4"));
    }

    @Test
    void takesOffWhatIsToBeTakenOffEachOrder() {
        // When: the two orders of 1 January had 3 and 4 pieces
        var rows = rows(OWNER, orders("median_order_less_pieces").over("2025-01-01..2025-01-01"));

        // Then: (71.50 + 107.50) / 2
        assertThat(cells(rows)).containsExactly(List.of("89.5"));
    }

    @Test
    void ranksTheOrdersOfAMonthAsAStatementByHandDoes() {
        assertThat(cells(rows(OWNER, orders("median_order")))).isEqualTo(byRank("1", "true", "", "0.5"));
        assertThat(cells(rows(OWNER, orders("p90_order")))).isEqualTo(byRank("1", "true", "", "0.9"));
    }

    @Test
    void takesEachGroupsOwnOrders() {
        assertThat(cells(rows(OWNER, orders("p90_order").by("geo")))).isEqualTo(byRank("geo", "true", "g,", "0.9"));
        assertThat(cells(rows(OWNER, orders("median_order").by("date").grain(Grain.WEEK))))
                .isEqualTo(byRank(
                        "date_trunc('week', ordered_at at time zone 'Asia/Kolkata')::date", "true", "g,", "0.5"));
        assertThat(cells(rows(OWNER, orders("median_order").by("product"))).stream()
                        .map(row -> List.of(row.get(0), row.get(2))))
                .containsExactlyElementsOf(byRank("p.sku", "true", "g,", "0.5"));
    }

    @Test
    void countsOnlyTheLinesThatAFilterKeeps() {
        assertThat(cells(rows(OWNER, orders("median_order").keep("product", "A"))))
                .isEqualTo(byRank("1", "p.sku = 'A'", "", "0.5"));
    }

    @Test
    void keepsAndOrdersGroupsByAPercentile() {
        // When
        var kept = rows(
                OWNER,
                orders("median_order")
                        .by("geo")
                        .where("p90_order", Operator.GT, "900")
                        .order("p90_order", Direction.DESC)
                        .limit(2));

        // Then
        var expected = byRank("geo", "true", "g,", "0.9").stream()
                .filter(row -> new BigDecimal(row.get(1)).compareTo(new BigDecimal(900)) > 0)
                .sorted((a, b) -> new BigDecimal(b.get(1)).compareTo(new BigDecimal(a.get(1))))
                .limit(2)
                .map(List::getFirst)
                .toList();
        assertThat(cells(kept).stream().map(List::getFirst)).isNotEmpty().containsExactlyElementsOf(expected);
    }

    @Test
    void isOfTheRowsThatACallerMaySee() {
        // When
        var rows = rows(caller(Role.ANALYST, "Delhi"), orders("median_order"));

        // Then
        assertThat(cells(rows)).isEqualTo(byRank("1", "geo = 'Delhi'", "", "0.5"));
        assertThat(Objects.requireNonNull(rows.query())).contains("Delhi");
    }

    @Test
    void isNothingOfNoOrdersAndNotZero() {
        // When
        var rows = rows(OWNER, orders("median_order").keep("city", "Nowhere"));

        // Then
        assertThat(cells(rows)).containsExactly(List.of("–"));
    }

    @Test
    void ofAFilterAndOfItsComplementDoNotAddUpToTheWhole() {
        // When
        var whole = number(orders("median_order"));
        var delhi = number(orders("median_order").where("geo", Operator.EQ, "Delhi"));
        var others = number(orders("median_order").where("geo", Operator.NE, "Delhi"));

        // Then: had anything added them, the whole would be the sum
        assertThat(whole).isNotEqualByComparingTo(delhi.add(others));
        assertThat(whole.toPlainString())
                .isEqualTo(byRank("1", "true", "", "0.5").getFirst().getFirst());
    }

    private BigDecimal number(SampleFetch fetch) {
        return new BigDecimal(cells(rows(OWNER, fetch)).getFirst().getFirst());
    }

    private static List<List<String>> byRank(String group, String kept, String shown, String p) {
        return SampleTables.byHand(BY_RANK.formatted(group, kept, shown, p));
    }

    private static SampleFetch orders(String metrics) {
        return new SampleFetch("shop_db.order_values", metrics);
    }

    private StepResult.Rows rows(Caller caller, SampleFetch fetch) {
        return (StepResult.Rows) reader.fetch(caller, fetch.request());
    }

    private static List<List<String>> cells(StepResult.Rows rows) {
        return rows.table().rows().stream()
                .map(row -> row.stream().map(SampleTables::text).toList())
                .toList();
    }

    private static Caller caller(Role role, String... regions) {
        return new Caller("somebody", List.of(role), Stream.of(regions).toList(), List.of(), List.of());
    }
}
