package io.asktrail.compute;

import static io.asktrail.compute.Shop.lines;
import static io.asktrail.compute.Shop.rows;
import static io.asktrail.compute.Shop.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Direction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OthersAndPivotTest {
    private static final Table SPENDERS = table("""
            campaign spend clicks customers
            a 50.00 10 4
            b 30.00 0 3
            c 15.00 5 2
            d 5.00 5 1
            """);

    @Test
    void addsUpWhoStandsBelowTheLimitInOneRow() {
        // Given
        var step = Steps.ofLeft()
                .formulas("cpc=spend/clicks")
                .calculate(others())
                .calculate(Kind.SHARE_OF_TOTAL, "spend")
                .calculate(Kind.RANK, "spend")
                .calculate(Kind.RUNNING_TOTAL, "spend")
                .orderBy("spend", Direction.DESC)
                .limit(2)
                .build();

        // When
        var result = rows(step, SPENDERS, SPENDERS);

        // Then: 20.00 over 10 clicks is 2, not the mean of 3 and 1; customers may be the same people
        assertThat(lines(result.table()))
                .containsExactly(
                        "campaign spend clicks customers cpc spend.share spend.rank spend.running_total",
                        "a 50.00 10 4 5.0000 0.500000 1 50.00",
                        "b 30.00 0 3 - 0.300000 2 80.00",
                        "All other 2 20.00 10 - 2.0000 0.200000 - 100.00",
                        "= - 100.00 20 - 5.0000 1.000000 - -");
    }

    @Test
    void hasNoOthersWhereTheLimitHoldsEverybody() {
        // Given
        var step = Steps.ofLeft()
                .calculate(others())
                .orderBy("spend", Direction.DESC)
                .limit(4)
                .build();

        // When
        var result = rows(step, SPENDERS, SPENDERS);

        // Then
        assertThat(lines(result.table())).hasSize(6).contains("d 5.00 5 1", "= - 100.00 20 -");
    }

    @Test
    void worksOutTheChangeOfTheOthersFromTheirTwoSums() {
        // Given
        var compared = table("""
                campaign spend spend.previous spend.change spend.change_pct
                a 50.00 40.00 10.00 0.250000
                b 30.00 10.00 20.00 2.000000
                c 15.00 30.00 -15.00 -0.500000
                """);
        var step = Steps.ofLeft()
                .select("spend")
                .calculate(others())
                .orderBy("spend", Direction.DESC)
                .limit(1)
                .build();

        // When
        var result = rows(step, compared, compared);

        // Then
        assertThat(lines(result.table())).contains("All other 2 45.00 40.00 5.00 0.125000");
    }

    @Test
    void asksForALimitThatTheOthersStandBelow() {
        assertThat(Shop.run(Steps.ofLeft().calculate(others()).build(), SPENDERS, SPENDERS))
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.reason()).contains("say how many"));
    }

    @Test
    void turnsTheMembersOfOneDimensionIntoColumns() {
        // Given
        var cells = table("""
                campaign channel spend
                a SP 10.00
                a SB 1.00
                b SB 5.00
                """);

        // When
        var result = rows(pivot("spend", 100), cells, cells);

        // Then: the largest column first, nothing spent where there is no cell
        assertThat(lines(result.table()))
                .containsExactly(
                        "campaign spend spend.channel=SP spend.channel=SB",
                        "a 11.00 10.00 1.00",
                        "b 5.00 0.00 5.00",
                        "= - 16.00 10.00 6.00");
        assertThat(result.table().columns())
                .extracting(Column::label)
                .containsExactly("campaign", "Ad spend", "Ad spend, SP", "Ad spend, SB");
    }

    @Test
    void keepsTheSmallestColumnsTogetherWhereThereAreTooMany() {
        // Given
        var cells = table("campaign channel spend\n"
                + IntStream.rangeClosed(1, 15)
                        .mapToObj(i -> "a C%02d %d.00".formatted(i, 100 - i))
                        .collect(Collectors.joining("\n")));

        // When
        var table = rows(pivot("spend", 100), cells, cells).table();

        // Then: 88 + 87 + 86 + 85
        assertThat(table.columns()).hasSize(2 + Pivot.MOST_COLUMNS);
        assertThat(table.columns().getLast().label()).isEqualTo("Ad spend, All other 4");
        assertThat(table.rows().getFirst().getLast()).hasToString("346.00");
    }

    @Test
    void givesNoTotalOfSomeOfTheRows() {
        // Given
        var cells = table("campaign channel spend\n a SP 10.00\n b SP 20.00");

        // When
        var result = rows(pivot("spend", 1), cells, cells);

        // Then
        assertThat(lines(result.table())).containsExactly("campaign spend spend.channel=SP", "b 20.00 20.00");
    }

    private static Calculation others() {
        return new Calculation(Kind.OTHERS, null, null, null, null);
    }

    private static StepInputs pivot(String metric, int limit) {
        return Steps.ofLeft()
                .calculate(new Calculation(Kind.PIVOT, Shop.metric(metric), null, new DimensionId("channel"), null))
                .orderBy("spend", Direction.DESC)
                .limit(limit)
                .build();
    }
}
