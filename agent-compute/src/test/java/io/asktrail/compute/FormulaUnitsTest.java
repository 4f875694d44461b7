package io.asktrail.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaUnitsTest {
    private static final Table SHOP =
            Shop.table("campaign spend clicks net_sales attributed_sales\n a 10.00 4 40.00 20.00");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                mix=spend+clicks          | mix=spend+clicks' money (INR) and a count cannot be added or subtracted
                mix=net_sales-spend/spend | money (INR) and a plain number cannot be added or subtracted
                mix=clicks/spend          | a count divided by money (INR) means nothing
                mix=spend*net_sales       | money (INR) times money (INR) means nothing
                roas=spend*2              | roas=spend*2' gives money (INR), and ROAS is a plain number
                cpc=clicks/clicks         | gives a plain number, and CPC is money (INR)
                """)
    void refusesWhatMeansNothingAndNamesTheUnits(String formula, String reason) {
        // When
        var result = Shop.run(Steps.ofLeft().formulas(formula).build(), SHOP, SHOP);

        // Then
        assertThat(result).isInstanceOfSatisfying(StepResult.Missing.class, missing -> {
            assertThat(missing.code()).isEqualTo(ErrorCode.PLAN_REJECTED);
            assertThat(missing.reason()).contains(reason);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roas=net_sales/spend",
                "cpc=spend/clicks",
                "acos=spend/attributed_sales",
                "revenue=net_sales-spend",
                "mix=(net_sales-spend)/net_sales",
                "cpc=1000*spend/clicks"
            })
    void worksOutWhatMeansSomething(String formula) {
        assertThat(Shop.run(Steps.ofLeft().formulas(formula).build(), SHOP, SHOP))
                .isInstanceOf(StepResult.Rows.class);
    }

    @Test
    void looksThroughWhatAFormulaBeforeHasMade() {
        // Given: gain is money, though no file says so
        var step = Steps.ofLeft()
                .formulas("gain=net_sales-spend", "mix=gain+clicks")
                .build();

        // When
        var result = Shop.run(step, SHOP, SHOP);

        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing ->
                                assertThat(missing.reason()).contains("In 'mix=gain+clicks' money (INR) and a count"));
    }
}
