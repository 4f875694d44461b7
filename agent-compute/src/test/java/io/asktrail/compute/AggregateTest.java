package io.asktrail.compute;

import static io.asktrail.compute.Shop.lines;
import static io.asktrail.compute.Shop.rows;
import static io.asktrail.compute.Shop.run;
import static io.asktrail.compute.Shop.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import org.junit.jupiter.api.Test;

class AggregateTest {
    private static final Table ADS = table("""
            campaign campaign.id spend clicks
            Diwali   c1          100.00 10
            Diwali   c2          50.00  0
            Summer   c3          25.00  5
            """);
    private static final Table SALES = table("""
            campaign campaign.id net_sales
            Diwali   c1          400.00
            Summer!  c3          10.00
            Organic  c9          70.00
            """);

    @Test
    void joinsOnTheIdAndKeepsRowsWithoutACounterpart() {
        // Given
        var step = Steps.joined("campaign")
                .formulas("revenue=net_sales", "roas=revenue/spend")
                .build();

        // When
        var result = rows(step, ADS, SALES);

        // Then
        assertThat(lines(result.table()))
                .containsExactly(
                        "campaign campaign.id spend clicks net_sales revenue roas",
                        "Diwali c1 100.00 10 400.00 400.00 4.0000",
                        "Diwali c2 50.00 0 0.00 0.00 0.0000",
                        "Organic c9 0.00 0 70.00 70.00 -",
                        "Summer c3 25.00 5 10.00 10.00 0.4000",
                        "= - - 175.00 15 480.00 480.00 2.7429");
        assertThat(result.notes()).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(Note.Kind.CAVEAT);
            assertThat(note.code()).isEqualTo("unmatched_rows");
            assertThat(note.text())
                    .contains("1 row has Ad spend or Clicks but no Net sales")
                    .contains("1 row has Net sales but no Ad spend or Clicks");
        });
        assertThat(result.table().columns().get(2).label()).isEqualTo("Ad spend");
        assertThat(result.table().columns().get(2).unit()).isEqualTo("INR");
    }

    @Test
    void joinsOnTheValueWhereOneSideHasNoIdAndCarriesTitles() {
        // Given
        var left = table("""
                product product.name spend
                P1      Kurta        5
                P2      -            6
                """);
        var right = table("""
                product product.name net_sales
                P2      Saree        9
                P3      Shawl        8
                """);

        // When
        var result = rows(Steps.joined("product").build(), left, right);

        // Then
        assertThat(lines(result.table()))
                .containsExactly(
                        "product product.name spend net_sales",
                        "P1 Kurta 5.00 0.00",
                        "P2 Saree 6.00 9.00",
                        "P3 Shawl 0.00 8.00",
                        "= - - 11.00 17.00");
    }

    @Test
    void joinsTwoWholesWithoutAnyKey() {
        // When
        var result = rows(
                Steps.joined()
                        .formulas("revenue=net_sales", "roas=revenue/spend")
                        .select("roas")
                        .build(),
                table("spend\n 3"),
                table("net_sales\n 10"));

        // Then
        assertThat(lines(result.table())).containsExactly("roas", "3.3333");
        assertThat(result.notes()).isEmpty();
    }

    @Test
    void refusesToMultiplyRows() {
        // Given
        var twice = table("""
                campaign campaign.id spend
                Diwali   c1          1
                Diwali   c1          2
                """);

        // When, Then
        assertThatThrownBy(() -> run(Steps.joined("campaign").build(), twice, SALES))
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BROKEN_INVARIANT));
        assertThatThrownBy(() -> run(Steps.joined("campaign").build(), SALES, twice))
                .isInstanceOf(SuiteException.class);
    }

    @Test
    void givesNoTotalWhereRowsWereCutOrPartsOverlap() {
        // Given
        var input = table("""
                channel spend customers
                SP      3     7
                SB      2     9
                SD      1     -
                """);

        // When
        var cut = rows(Steps.ofLeft().orderBy("spend", Direction.DESC).limit(2).build(), input, input);
        var whole = rows(Steps.ofLeft().orderBy("customers", Direction.ASC).build(), input, input);

        // Then
        assertThat(lines(cut.table())).containsExactly("channel spend customers", "SP 3.00 7", "SB 2.00 9");
        assertThat(lines(whole.table()))
                .containsExactly("channel spend customers", "SP 3.00 7", "SB 2.00 9", "SD 1.00 -", "= - 6.00 -");
    }

    @Test
    void givesNoPlaceOfARankingToWhatBelongsToNoMember() {
        // Given
        var input = table("""
                campaign spend
                -        9
                a        7
                b        5
                c        3
                """);

        // When
        var two = rows(Steps.ofLeft().orderBy("spend", Direction.DESC).limit(2).build(), input, input);
        var least = rows(Steps.ofLeft().orderBy("spend", Direction.ASC).limit(2).build(), input, input);

        // Then what has none is shown beside the two; where it comes behind them, it is not
        assertThat(lines(two.table())).containsExactly("campaign spend", "- 9.00", "a 7.00", "b 5.00");
        assertThat(lines(least.table())).containsExactly("campaign spend", "c 3.00", "b 5.00");
    }

    @Test
    void keepsGroupsByTheExactNumberAndNeverAnUnknownOne() {
        // Given
        var input = table("""
                channel spend attributed_sales
                SP      40001 100000000
                SB      4     0
                SD      9     10
                """);

        // When
        var above = rows(
                Steps.ofLeft()
                        .formulas("acos=spend/attributed_sales")
                        .select("acos")
                        .where("acos", Operator.GT, "0.0004")
                        .build(),
                input,
                input);
        var unknown = rows(
                Steps.ofLeft()
                        .formulas("acos=spend/attributed_sales")
                        .select("acos")
                        .where("acos", Operator.IS_NULL, null)
                        .build(),
                input,
                input);

        // Then: 0.00040001 is shown as 0.0004 and is above it all the same
        assertThat(lines(above.table())).containsExactly("channel acos", "SD 0.9000", "SP 0.0004", "= - 0.0004");
        assertThat(lines(unknown.table())).containsExactly("channel acos", "SB -", "= - -");
    }

    @Test
    void fillsTheWeeksThatASeriesLacksForEachChannel() {
        // Given: 6 October 2025 is a Monday
        var input = table("""
                date       channel spend clicks
                2025-10-06 SP      10    2
                2025-10-20 SP      30    3
                2025-10-13 SB      5     1
                """);

        // When
        var result = rows(
                Steps.ofLeft()
                        .formulas("cpc=spend/clicks")
                        .select("spend", "cpc")
                        .fill("2025-10-08..2025-10-26", Grain.WEEK)
                        .build(),
                input,
                input);

        // Then
        assertThat(lines(result.table()))
                .containsExactly(
                        "date channel spend cpc",
                        "2025-10-06 SB 0.00 -",
                        "2025-10-06 SP 10.00 5.0000",
                        "2025-10-13 SB 5.00 5.0000",
                        "2025-10-13 SP 0.00 -",
                        "2025-10-20 SB 0.00 -",
                        "2025-10-20 SP 30.00 10.0000",
                        "= - - 45.00 7.5000");
    }

    @Test
    void worksOutSharesRanksAndDailyAverages() {
        // Given
        var input = table("""
                channel spend
                SP      60
                SB      20
                SD      20
                """);

        // When
        var result = rows(
                Steps.ofLeft()
                        .calculate(Calculation.Kind.SHARE_OF_TOTAL, "spend")
                        .calculate(Calculation.Kind.RANK, "spend")
                        .calculate(Calculation.Kind.PER_DAY, "spend")
                        .where("spend", Operator.LT, "50")
                        .fill("2025-10-01..2025-10-30", null)
                        .build(),
                input,
                input);

        // Then: a share is of everything, the rank among the rows that are left
        assertThat(lines(result.table()))
                .containsExactly(
                        "channel spend spend.share spend.rank spend.per_day",
                        "SB 20.00 0.200000 1 0.67",
                        "SD 20.00 0.200000 1 0.67",
                        "= - 40.00 0.400000 - -");
    }

    @Test
    void letsSharesComeToTheWholeThoughEachIsRounded() {
        // When
        var result = rows(
                Steps.ofLeft()
                        .calculate(Calculation.Kind.SHARE_OF_TOTAL, "spend")
                        .build(),
                table("channel spend\n SB 1\n SD 1\n SP 1"),
                ADS);

        // Then
        assertThat(lines(result.table())).endsWith("SP 1.00 0.333333", "= - 3.00 1.000000");
    }

    @Test
    void runsTotalsAndAveragesAlongTheDatesWhateverTheOrder() {
        // Given
        var input = table("""
                date       spend clicks
                2025-10-03 4     1
                2025-10-01 1     1
                2025-10-02 2     0
                """);

        // When
        var result = rows(
                Steps.ofLeft()
                        .formulas("cpc=spend/clicks")
                        .calculate(Calculation.Kind.RUNNING_TOTAL, "spend")
                        .calculate(
                                new Calculation(Calculation.Kind.MOVING_AVERAGE, Shop.metric("spend"), 2, null, null))
                        .calculate(new Calculation(Calculation.Kind.MOVING_AVERAGE, Shop.metric("cpc"), 2, null, null))
                        .orderBy("date", Direction.DESC)
                        .select("spend")
                        .build(),
                input,
                input);

        // Then: the average of a ratio is the ratio of the sums in the window
        assertThat(lines(result.table()))
                .containsExactly(
                        "date spend spend.running_total spend.moving_average cpc.moving_average",
                        "2025-10-03 4.00 7.00 3.00 6.0000",
                        "2025-10-02 2.00 3.00 1.50 3.0000",
                        "2025-10-01 1.00 1.00 - -",
                        "= - 7.00 - - -");
    }

    @Test
    void countsTheMembersThatMeetACondition() {
        // When
        var result = rows(
                Steps.ofLeft()
                        .where("spend", Operator.GE, "50")
                        .calculate(
                                new Calculation(Calculation.Kind.COUNT, null, null, new DimensionId("campaign"), null))
                        .build(),
                ADS,
                ADS);

        // Then: two campaigns share a name
        assertThat(lines(result.table())).containsExactly("count", "2");
    }

    @Test
    void saysWhatItCannotDo() {
        // When
        var forecast =
                run(Steps.ofLeft().calculate(Calculation.Kind.FORECAST, "spend").build(), ADS, ADS);
        var perDay =
                run(Steps.ofLeft().calculate(Calculation.Kind.PER_DAY, "spend").build(), ADS, ADS);
        var share = run(
                Steps.ofLeft().calculate(Calculation.Kind.SHARE_OF_TOTAL, "cpc").build(), ADS, ADS);

        // Then
        assertThat(java.util.List.of(forecast, perDay, share))
                .allSatisfy(result -> assertThat(result)
                        .isInstanceOfSatisfying(
                                StepResult.Missing.class,
                                missing -> assertThat(missing.code()).isEqualTo(ErrorCode.NOT_SUPPORTED_YET)));
    }
}
