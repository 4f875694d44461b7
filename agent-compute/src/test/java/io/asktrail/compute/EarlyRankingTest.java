package io.asktrail.compute;

import static io.asktrail.compute.Shop.lines;
import static io.asktrail.compute.Shop.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.plan.Lead;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Direction;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Ranking in one source and reading the others for the winners only shows what reading everything shows. */
class EarlyRankingTest {
    private static final DimensionId CAMPAIGN = new DimensionId("campaign");
    private static final int CASES = 3_000;

    private static StepInputs ranking(int first, String by) {
        return Steps.ofLeft()
                .formulas(by.equals("cpc") ? new String[] {"cpc=spend/clicks"} : new String[0])
                .select(by.equals("cpc") ? new String[] {"spend", "clicks", "cpc"} : new String[] {"spend", "clicks"})
                .orderBy(by, Direction.DESC)
                .orderBy("campaign", Direction.ASC)
                .lead(first, by)
                .build();
    }

    private static StepInputs answer(int first, String by) {
        return Steps.joined("campaign")
                .formulas("cpc=spend/clicks", "revenue=net_sales", "roas=revenue/spend")
                .select("spend", "cpc", "net_sales", "roas")
                .orderBy(by, Direction.DESC)
                .orderBy("campaign", Direction.ASC)
                .limit(first)
                .build();
    }

    @Test
    void showsWhatReadingEverythingShows() {
        var random = new Random(20251128);
        var sure = 0;
        for (var round = 0; round < CASES; round++) {
            // Given
            var ads = ads(random);
            var sales = sales(random);
            var first = 1 + random.nextInt(5);
            var by = random.nextBoolean() ? "spend" : "cpc";
            var everything = Shop.rows(answer(first, by), ads, sales).table();

            // When
            var ranked = Shop.rows(ranking(first, by), ads, ads).table();
            var isSure = new Lead(first, Shop.metric(by)).isKeptIn(ranked, CAMPAIGN);
            var early = Shop.rows(answer(first, by), ranked, isSure ? only(sales, ranked) : sales)
                    .table();

            // Then
            sure += isSure ? 1 : 0;
            assertThat(lines(early)).as("case %d by %s", round, by).isEqualTo(lines(everything));
        }
        assertThat(sure).as("cases in which groups were left out").isBetween(CASES / 4, CASES - CASES / 10);
    }

    // Few names and few amounts, so that ties, zeros, losses, missing groups and a group without a name all happen.
    private static Table ads(Random random) {
        return table("campaign spend clicks\n" + rows(random, () -> random.nextInt(6) - 1 + " " + random.nextInt(3)));
    }

    private static Table sales(Random random) {
        return table("campaign net_sales\n" + rows(random, () -> String.valueOf(random.nextInt(9) - 2)));
    }

    private static String rows(Random random, java.util.function.Supplier<String> numbers) {
        return "-ABCDEFGH"
                .chars()
                .filter(_ -> random.nextInt(3) > 0)
                .mapToObj(name -> (char) name + " " + numbers.get())
                .collect(Collectors.joining("\n"));
    }

    // As a source narrows its rows.
    private static Table only(Table sales, Table winners) {
        var names = winners.rows().stream().map(row -> row.getFirst()).collect(Collectors.toSet());
        return new Table(
                sales.columns(),
                sales.rows().stream()
                        .filter(row -> names.contains(row.getFirst()))
                        .toList());
    }

    @Test
    void keepsEveryGroupWhereTheFirstAreNotSure() {
        // Given
        var ads = table("""
            campaign spend clicks
            A        5     1
            B        0     1
            C        -3    1
            """);

        // When
        var ranked = Shop.rows(ranking(2, "spend"), ads, ads).table();

        // Then: a campaign that only the other source knows has 0 as well, and its name may come before B
        assertThat(lines(ranked)).containsExactly("campaign spend clicks", "A 5 1", "B 0 1", "C -3 1", "= - 2.00 3");
    }

    @Test
    void keepsTheFirstAloneAndUnroundedWhereTheyAreSure() {
        // Given
        var ads = table("""
            campaign spend clicks
            A        5.004 3
            B        2.006 1
            C        1.00  1
            """);

        // When
        var ranked = Shop.rows(ranking(2, "spend"), ads, ads).table();

        // Then
        assertThat(lines(ranked)).containsExactly("campaign spend clicks", "A 5.004 3", "B 2.006 1");
    }
}
