package io.asktrail.compute;

import static io.asktrail.compute.Shop.lines;
import static io.asktrail.compute.Shop.rows;
import static io.asktrail.compute.Shop.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Ordering;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareTest {
    @Test
    void putsTwoPeriodsSideBySide() {
        // Given
        var now = rows(Steps.ofLeft().formulas("acos=spend/attributed_sales").build(), table("""
                channel spend attributed_sales
                SP      120   600
                SB      30    0
                """), table("spend")).table();
        var before = rows(Steps.ofLeft().formulas("acos=spend/attributed_sales").build(), table("""
                channel spend attributed_sales
                SP      90    300
                SD      60    100
                """), table("spend")).table();

        // When
        var result = rows(Steps.compare(List.of("channel"), "spend", "acos"), now, before);

        // Then: ACOS changes in percentage points
        assertThat(lines(result.table())).containsExactly(
                "channel spend spend.previous spend.change spend.change_pct"
                        + " acos acos.previous acos.change acos.change_pct",
                "SB 30.00 0.00 30.00 - - - - -",
                "SD 0.00 60.00 -60.00 -1.000000 - 0.6000 - -",
                "SP 120.00 90.00 30.00 0.333333 0.2000 0.3000 -0.1000 -0.333333",
                "= - 150.00 150.00 0.00 0.000000 0.2500 0.3750 -0.1250 -0.333333");
    }

    @Test
    void comparesTwoWholes() {
        // When
        var result = rows(Steps.compare(List.of(), "spend"), table("spend\n 15"), table("spend\n 10"));

        // Then
        assertThat(lines(result.table())).containsExactly(
                "spend spend.previous spend.change spend.change_pct", "15.00 10.00 5.00 0.500000");
    }

    @Test
    void comparesTwoCountsAndNamesNoPartOfANegativeNumber() {
        // Given
        var ordered = new StepInputs.Compare(
                Shop.step("left"), Shop.step("right"), List.of(new DimensionId("campaign")),
                List.of(Shop.metric("spend")), List.of(new Ordering(new FieldId("spend"), Direction.DESC)), null);

        // When
        var counts = rows(ordered, table("count\n 12"), table("count\n 10"));
        var negative = rows(Steps.compare(List.of(), "spend"), table("spend\n 50"), table("spend\n -100"));

        // Then
        assertThat(lines(counts.table())).containsExactly(
                "count count.previous count.change count.change_pct", "12 10 2 0.200000");
        assertThat(lines(negative.table())).last().isEqualTo("50.00 -100.00 150.00 -");
    }

    @Test
    void matchesASeriesByPositionAndSaysWhatHasNoCounterpart() {
        // Given
        var now = table("""
                date       spend
                2025-02-01 5
                2025-02-02 7
                """);
        var before = table("""
                date       spend
                2025-01-01 4
                2025-01-02 0
                2025-01-03 9
                """);

        // When
        var shorter = rows(Steps.compare(List.of("date"), "spend"), now, before);
        var longer = rows(Steps.compare(List.of("date"), "spend"), before, now);

        // Then
        assertThat(lines(shorter.table())).containsExactly(
                "date spend spend.previous spend.change spend.change_pct",
                "2025-02-01 5.00 4.00 1.00 0.250000",
                "2025-02-02 7.00 0.00 7.00 -",
                "= - 12 13 -1 -0.076923");
        assertThat(shorter.notes()).extracting(Note::code).containsExactly("unmatched_points");
        assertThat(lines(longer.table())).containsExactly(
                "date spend spend.previous spend.change spend.change_pct",
                "2025-01-01 4.00 5.00 -1.00 -0.200000",
                "2025-01-02 0.00 7.00 -7.00 -1.000000",
                "2025-01-03 9.00 - - -",
                "= - 13 12 1 0.083333");
        assertThat(longer.notes()).isEmpty();
    }
}
