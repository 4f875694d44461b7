package io.asktrail.compute;

import static io.asktrail.compute.Shop.lines;
import static io.asktrail.compute.Shop.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.plan.StepInputs.Convert;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.NoteValue;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Conversion.Policy;
import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.Registry;
import io.asktrail.registry.rate.ExchangeRates;
import io.asktrail.registry.rate.RateTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One dollar costs 80 rupees on 1 and 2 October, 100 on the 3rd: the mean of the three days is 260/3. */
class ConvertTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency INR = Currency.getInstance("INR");
    private static final DateRange THREE_DAYS = DateRange.parse("2025-10-01..2025-10-03");

    private static final Table BY_DAY = rupees("""
            date       channel spend attributed_sales
            2025-10-01 SP      160   800
            2025-10-02 SP      80    80
            2025-10-03 SP      100   500
            2025-10-03 SB      50    -
            """);

    private static final Table WHOLE = rupees("""
            channel spend clicks
            SP      340   7
            SB      50    -
            """);

    private static Registry registry() {
        var shop = Shop.registry();
        var rates = new TreeMap<LocalDate, BigDecimal>();
        rates.put(LocalDate.of(2025, 10, 1), new BigDecimal("80"));
        rates.put(LocalDate.of(2025, 10, 3), new BigDecimal("100"));
        var table = new RateTable("bank", USD, INR, "The bank", Map.of(), null, Map.of(), Policy.DAILY, 1, rates);
        return new Registry(
                shop.version(),
                shop.metrics(),
                shop.dimensions(),
                shop.tables(),
                shop.tools(),
                shop.templates(),
                shop.policies(),
                shop.verified(),
                new ExchangeRates(new TreeMap<>(Map.of("bank", table))),
                shop.calendar());
    }

    // Sources name the unit of each column.
    private static Table rupees(String text) {
        var plain = table(text);
        return new Table(
                plain.columns().stream()
                        .map(column -> new Column(column.id(), column.label(), column.type(), unit(column.id())))
                        .toList(),
                plain.rows());
    }

    private static @Nullable String unit(String column) {
        return switch (column) {
            case "spend", "attributed_sales" -> "INR";
            case "clicks" -> "count";
            default -> null;
        };
    }

    private static StepResult run(StepInputs inputs, Table left, Table right) {
        return new Calculator(ConvertTest::registry).compute(Shop.call(), Shop.request(inputs, left, right));
    }

    private static StepResult.Rows convert(Table table, Policy policy, @Nullable Grain grain) {
        return (StepResult.Rows) run(new Convert(Shop.step("left"), USD, policy, THREE_DAYS, grain), table, table);
    }

    @Test
    void addsUpEachDaysAmountAtItsOwnRate() {
        // When
        var result = convert(BY_DAY, Policy.DAILY, null);

        // Then: 160/80 + 80/80 + 100/100 = 4; 800/80 + 80/80 + 500/100 = 16; 50/100 = 0.5
        assertThat(lines(result.table())).containsExactly("channel spend attributed_sales", "SP 4 16", "SB 0.5 -");
        assertThat(result.table().columns()).extracting(Column::unit).containsExactly(null, "USD", "USD");
    }

    @Test
    void aRatioFollowsFromTheConvertedParts() {
        // Given
        var converted = convert(BY_DAY, Policy.DAILY, null).table();

        // When: in rupees it would be 1380/340 = 4.0588
        var result = (StepResult.Rows)
                run(Steps.ofLeft().formulas("acos=spend/attributed_sales").build(), converted, converted);

        // Then: 4/16 and nothing; the whole is 4.5/16
        assertThat(lines(result.table()))
                .containsExactly(
                        "channel spend attributed_sales acos",
                        "SB 0.50 - -",
                        "SP 4.00 16.00 0.2500",
                        "= - 4.50 16.00 0.2813");
        assertThat(result.table().columns().get(1).unit()).isEqualTo("USD");
    }

    @Test
    void theMeanIsOfAllDaysOfThePeriodAndLeavesCountsAlone() {
        // When
        var result = convert(WHOLE, Policy.PERIOD_AVERAGE, null);

        // Then: 340 · 3/260 and 50 · 3/260
        assertThat(result.table().rows().getFirst().get(1))
                .isEqualTo(new BigDecimal("3.923076923076923076923076923076923"));
        assertThat(result.table().rows().getFirst().get(2)).isEqualTo(new BigDecimal("7"));
        assertThat(result.notes())
                .extracting(Note::text)
                .singleElement()
                .asString()
                .contains(
                        "the 3 days from 2025-10-01 to 2025-10-03", "1 USD = 86.666667 INR", "The bank", "table bank");
        // and what words of another language are made of
        assertThat(result.notes().getFirst().values().get(Note.SAID))
                .isInstanceOfSatisfying(NoteValue.Parts.class, said -> {
                    var part = said.parts().getFirst();
                    assertThat(part.code()).isEqualTo("converted_average");
                    assertThat(part.values())
                            .containsEntry("count", NoteValue.number(3))
                            .containsEntry("mean", new NoteValue.Name("1 USD = 86.666667 INR"))
                            .containsEntry("source", new NoteValue.Name("The bank"));
                });
    }

    @Test
    void weeksAreAddedUpFromDays() {
        // When
        var result = convert(BY_DAY, Policy.DAILY, Grain.WEEK);

        // Then: Monday is 29 September
        assertThat(lines(result.table())).contains("2025-09-29 SP 4 16");
    }

    @Test
    void nothingSoldIsNothingInAnyCurrency() {
        // When
        var result = convert(rupees("date spend"), Policy.DAILY, null);

        // Then
        assertThat(lines(result.table())).containsExactly("spend", "0");
    }

    @Test
    void aDayWithoutARateIsRefused() {
        // Given: the last rate is of 3 October and stands in for one day
        var days = DateRange.parse("2025-10-01..2025-10-05");

        // When
        var result = run(new Convert(Shop.step("left"), USD, Policy.DAILY, days, null), BY_DAY, BY_DAY);

        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.reason()).contains("bank has no rate for 2025-10-05"));
    }

    @Test
    void amountsInTwoCurrenciesAreNotAddedUp() {
        // Given
        var dollars = convert(BY_DAY, Policy.DAILY, null).table();

        // When
        var result = run(Steps.joined("channel").build(), dollars, WHOLE);

        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.reason()).contains("INR and USD"));
    }

    @Test
    void whatDoesNotAddUpHasNoTotalOfDays() {
        // When
        var result = run(
                new Convert(Shop.step("left"), USD, Policy.DAILY, THREE_DAYS, null),
                table("date spend customers\n 2025-10-01 80 2"),
                table("spend\n 1"));

        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.reason()).contains("Customers of single days"));
    }
}
