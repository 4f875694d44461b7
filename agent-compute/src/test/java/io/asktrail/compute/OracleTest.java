package io.asktrail.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.compute.Fact.Grain;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Five thousand made-up steps against PostgreSQL, to the last digit: not one may differ. */
@Tag("full")
class OracleTest {
    private static Oracle oracle;

    @BeforeAll
    static void open() throws Exception {
        oracle = new Oracle();
    }

    @AfterAll
    static void close() throws Exception {
        oracle.close();
    }

    /**
     * What a step does, the numbers it does it with, and how many cases there are of it. The query of the same name says
     * what should come of it.
     */
    private enum Way {
        JOIN(
                1_000,
                Grain.CAMPAIGN_AND_CHANNEL,
                OracleTest::withSales,
                _ -> Steps.joined("campaign", "channel")
                        .formulas("revenue=net_sales", "roas=revenue/spend", "cpc=spend/clicks")
                        .select("spend", "clicks", "net_sales", "roas", "cpc")
                        .build()),
        RANKED_JOIN(
                400,
                Grain.CAMPAIGN_AND_CHANNEL,
                OracleTest::withSales,
                limit -> Steps.joined("campaign", "channel")
                        .formulas("revenue=net_sales", "roas=revenue/spend")
                        .select("roas")
                        .where("roas", Operator.GT, "0.5")
                        .orderBy("roas", Direction.DESC)
                        .limit(limit)
                        .build()),
        COMPARISON(
                400,
                Grain.CAMPAIGN,
                facts -> table(facts, "campaign", "spend", "cpc"),
                _ -> Steps.compare(List.of("campaign"), "spend", "cpc")),
        SHARES(
                400,
                Grain.CAMPAIGN,
                facts -> table(facts, "campaign", "spend"),
                _ -> Steps.ofLeft().calculate(Kind.SHARE_OF_TOTAL, "spend").build()),
        RUNNING_TOTALS(
                400,
                Grain.CAMPAIGN_AND_DAY,
                OracleTest::days,
                _ -> Steps.ofLeft()
                        .formulas("cpc=spend/clicks")
                        .select("spend", "cpc")
                        .calculate(Kind.RUNNING_TOTAL, "spend")
                        .calculate(Kind.RUNNING_TOTAL, "cpc")
                        .build()),
        MOVING_AVERAGES(
                400,
                Grain.CAMPAIGN_AND_DAY,
                OracleTest::days,
                window -> Steps.ofLeft()
                        .formulas("cpc=spend/clicks")
                        .select("spend", "cpc")
                        .calculate(new Calculation(Kind.MOVING_AVERAGE, Shop.metric("spend"), window, null, null))
                        .calculate(new Calculation(Kind.MOVING_AVERAGE, Shop.metric("cpc"), window, null, null))
                        .build()),
        RANKS(
                400,
                Grain.CAMPAIGN_AND_CHANNEL,
                facts -> table(facts, "campaign", "channel", "spend"),
                _ -> Steps.ofLeft().calculate(Kind.RANK, "spend").build()),
        OTHERS(
                400,
                Grain.CAMPAIGN,
                facts -> table(facts, "campaign", "spend", "clicks"),
                limit -> Steps.ofLeft()
                        .formulas("cpc=spend/clicks")
                        .calculate(Kind.SHARE_OF_TOTAL, "spend")
                        .calculate(new Calculation(Kind.OTHERS, null, null, null, null))
                        .orderBy("spend", Direction.DESC)
                        .limit(limit)
                        .build()),
        GAPS_OF_DAYS(400, Grain.CAMPAIGN_AND_DAY, OracleTest::days, _ -> gaps("2025-09-30..2025-10-08", "day")),
        GAPS_OF_WEEKS(400, Grain.CAMPAIGN_AND_WEEK, OracleTest::days, _ -> gaps("2025-10-01..2025-10-26", "week")),
        PIVOT_OF_SUMS(400, Grain.CAMPAIGN_AND_CHANNEL, OracleTest::channels, _ -> pivot("spend")),
        PIVOT_OF_RATIOS(400, Grain.CAMPAIGN_AND_CHANNEL, OracleTest::channels, _ -> pivot("cpc"));

        private final int cases;
        private final Grain grain;
        private final Function<List<Fact>, Table> left;
        private final IntFunction<StepInputs> step;

        Way(int cases, Grain grain, Function<List<Fact>, Table> left, IntFunction<StepInputs> step) {
            this.cases = cases;
            this.grain = grain;
            this.left = left;
            this.step = step;
        }
    }

    private static Table withSales(List<Fact> facts) {
        return table(facts, "campaign", "channel", "spend", "clicks");
    }

    private static Table channels(List<Fact> facts) {
        return table(facts, "campaign", "channel", "spend", "clicks");
    }

    private static Table days(List<Fact> facts) {
        return table(facts, "date", "campaign", "spend", "clicks");
    }

    private static StepInputs gaps(String range, String grain) {
        return Steps.ofLeft()
                .formulas("cpc=spend/clicks")
                .fill(range, io.asktrail.contracts.task.Grain.valueOf(grain.toUpperCase(java.util.Locale.ROOT)))
                .build();
    }

    private static StepInputs pivot(String metric) {
        return Steps.ofLeft()
                .formulas("cpc=spend/clicks")
                .calculate(new Calculation(Kind.PIVOT, Shop.metric(metric), null, new DimensionId("channel"), null))
                .build();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void agreesWithPostgresToTheLastDigit(Way way) throws Exception {
        // Given
        var random = new Random(20_251_128L + way.ordinal());
        oracle.forget();
        Map<Integer, List<String>> given = new HashMap<>();
        for (var number = 0; number < way.cases; number++) {
            var left = Fact.some(random, way.grain);
            var right = Fact.some(random, way.grain);
            var setting = 2 + random.nextInt(4);
            oracle.give(number, left, right, setting);

            // When
            var rightTable =
                    way == Way.COMPARISON ? way.left.apply(right) : table(right, "campaign", "channel", "net_sales");
            var result = Shop.rows(way.step.apply(setting), way.left.apply(left), rightTable);
            given.put(number, Shop.lines(result.table()));
        }

        // Then
        var expected = oracle.lines(way.name().toLowerCase(java.util.Locale.ROOT));
        for (var number = 0; number < way.cases; number++) {
            var lines = Objects.requireNonNull(given.get(number));
            // A pivot's columns are a part of what it says; of the others the header is the step's own.
            var said = way.name().startsWith("PIVOT") && lines.size() > 1 ? lines : lines.subList(1, lines.size());
            assertThat(said).as("%s, case %d", way, number).isEqualTo(expected.getOrDefault(number, List.of()));
        }
        assertThat(expected).as("cases with rows").hasSizeGreaterThan(way.cases / 5);
    }

    private static Table table(List<Fact> facts, String... columns) {
        var lines = new ArrayList<String>();
        lines.add(String.join(" ", columns));
        for (var fact : facts) {
            var cells = new ArrayList<String>();
            for (var column : columns) {
                var cell =
                        switch (column) {
                            case "date" -> fact.day();
                            case "campaign" -> fact.campaign();
                            case "channel" -> fact.channel();
                            case "spend" -> fact.spend();
                            case "clicks" -> fact.clicks();
                            // A ratio that an earlier step has worked out and rounded.
                            case "cpc" ->
                                fact.netSales() == null ? null : fact.netSales().movePointLeft(2);
                            default -> fact.netSales();
                        };
                cells.add(
                        cell == null
                                ? "-"
                                : cell instanceof java.math.BigDecimal n ? n.toPlainString() : cell.toString());
            }
            lines.add(String.join(" ", cells));
        }
        return Shop.table(String.join("\n", lines));
    }
}
