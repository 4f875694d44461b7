package io.asktrail.compute;

import static io.asktrail.compute.Shop.lines;
import static io.asktrail.compute.Shop.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.ComputeAgent.ComputeRequest;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Grain;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Series of the groups that were found, over days of which some nobody has loaded. */
class SeriesTest {
    private static final Table ADS = table("""
        date       campaign campaign.id spend
        2025-10-01 Diwali   c1          10.00
        2025-10-01 Diwali   c2          20.00
        2025-10-02 Diwali   c2          5.00
        2025-10-01 -        -           7.00
        """);

    private static StepResult.Rows held(StepInputs inputs, Table left, Table right, Map<MetricId, DateRange> held) {
        var request = Shop.request(inputs, left, right);
        return (StepResult.Rows)
                Shop.CALCULATOR.compute(Shop.call(), new ComputeRequest(request.step(), request.inputs(), held));
    }

    private static DateRange days(String text) {
        return DateRange.parse(text);
    }

    @Test
    void showsTheGroupsThatWereFoundByTheirIds() {
        // Given
        var winners = table("""
            campaign campaign.id spend
            Diwali!  c2          25.00
            """);
        var step = Steps.ofLeft()
                .select("spend")
                .fill("2025-10-01..2025-10-03", Grain.DAY)
                .withinRight()
                .build();

        // When
        var result = Shop.rows(step, ADS, winners);

        // Then
        assertThat(lines(result.table()))
                .containsExactly(
                        "date campaign campaign.id spend",
                        "2025-10-01 Diwali c2 20.00",
                        "2025-10-02 Diwali c2 5.00",
                        "2025-10-03 Diwali c2 0.00",
                        "= - - - 25.00");
    }

    @Test
    void aGroupWithoutANameCanBeAmongTheFirst() {
        // Given
        var winners = table("""
            campaign campaign.id spend
            -        -           7.00
            """);

        // When
        var result = Shop.rows(Steps.ofLeft().select("spend").withinRight().build(), ADS, winners);

        // Then
        assertThat(lines(result.table()))
                .containsExactly("date campaign campaign.id spend", "2025-10-01 - - 7.00", "= - - - 7.00");
    }

    @Test
    void whereNoGroupWasFoundThereIsNoSeries() {
        // Given
        var winners = table("campaign campaign.id spend");

        // When
        var result = Shop.rows(Steps.ofLeft().select("spend").withinRight().build(), ADS, winners);

        // Then
        assertThat(result.table().size()).isZero();
    }

    @Test
    void aDayThatNobodyLoadedIsEmptyAndNotZero() {
        // Given
        var spend = table("""
            date       spend clicks
            2025-10-01 10.00 2
            2025-10-03 4.00  1
            """);
        var step = Steps.ofLeft()
                .formulas("cpc=spend/clicks")
                .select("spend", "cpc")
                .fill("2025-10-01..2025-10-05", Grain.DAY)
                .build();

        // When
        var result = held(
                step,
                spend,
                spend,
                Map.of(
                        Shop.metric("spend"), days("2025-09-01..2025-10-03"),
                        Shop.metric("clicks"), days("2025-09-01..2025-10-03")));

        // Then: the 2nd is held and had no rows; the 4th and the 5th are not held
        assertThat(lines(result.table()))
                .containsExactly(
                        "date spend cpc",
                        "2025-10-01 10.00 5.0000",
                        "2025-10-02 0.00 -",
                        "2025-10-03 4.00 4.0000",
                        "2025-10-04 - -",
                        "2025-10-05 - -",
                        "= - 14.00 4.6667");
        assertThat(result.notes())
                .extracting(note -> note.code() + ": " + note.text())
                .containsExactly(
                        "days_not_held: Clicks is held from 2025-09-01 to 2025-10-03: points outside are empty, not 0.",
                        "days_not_held: Ad spend is held from 2025-09-01 to 2025-10-03: points outside are empty, not"
                                + " 0.");
    }

    @Test
    void aSideThatHoldsFewerDaysThanTheOtherIsEmptyThere() {
        // Given
        var spend = table("""
            date       spend
            2025-10-01 10.00
            """);
        var sales = table("""
            date       net_sales
            2025-10-01 40.00
            2025-10-02 50.00
            """);
        var step = Steps.joined("date")
                .formulas("revenue=net_sales", "roas=revenue/spend")
                .select("spend", "net_sales", "roas")
                .fill("2025-10-01..2025-10-02", Grain.DAY)
                .build();

        // When
        var result = held(step, spend, sales, Map.of(Shop.metric("spend"), days("2025-09-01..2025-10-01")));

        // Then
        assertThat(lines(result.table()))
                .containsExactly(
                        "date spend net_sales roas",
                        "2025-10-01 10.00 40.00 4.0000",
                        "2025-10-02 - 50.00 -",
                        "= - 10.00 90.00 9.0000");
    }

    @Test
    void aPointThatIsHeldInPartKeepsWhatIsHeld() {
        // Given: the week of 6 October is held through Tuesday, the next one not at all
        var spend = table("""
            date       spend
            2025-09-29 3.00
            """);
        var step = Steps.ofLeft()
                .select("spend")
                .fill("2025-10-01..2025-10-19", Grain.WEEK)
                .build();

        // When
        var result = held(step, spend, spend, Map.of(Shop.metric("spend"), days("2025-10-03..2025-10-07")));

        // Then
        assertThat(lines(result.table()))
                .containsExactly("date spend", "2025-09-29 3.00", "2025-10-06 0.00", "2025-10-13 -", "= - 3.00");
    }

    @Test
    void saysNothingWhereEveryDayThatIsAskedForIsHeld() {
        // Given
        var spend = table("""
            date       spend
            2025-10-01 10.00
            """);
        var step = Steps.ofLeft()
                .select("spend")
                .fill("2025-10-01..2025-10-01", Grain.DAY)
                .build();

        // When
        var result = held(step, spend, spend, Map.of(Shop.metric("spend"), days("2025-10-01..2025-10-01")));

        // Then
        assertThat(result.notes()).isEmpty();
        assertThat(lines(result.table())).contains("= - 10.00");
    }
}
