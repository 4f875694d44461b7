package io.asktrail.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.result.StepResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChangeFindingsTest {
    private static final String SPEND = "part member spend spend.previous spend.change spend.change_share";

    @Test
    void sharesAChangeOutOverTheMembersThatMadeItTheLargestFirst() {
        // When: 100 became 160; SB went from 60 to 50, SP from 30 to 100, SD from 10 to 10
        var rows = Looked.change("spend")
                .compared("spend", null, "160 100")
                .compared("spend", "channel", "SB 50 60", "SD 10 10", "SP 100 30")
                .found()
                .rows(SPEND);

        // Then
        assertThat(rows)
                .containsExactly(
                        "- - 160 100 60.00 1.0000",
                        "channel SP 100.00 30.00 70.00 1.1667",
                        "channel SB 50.00 60.00 -10.00 -0.1667",
                        "channel SD 10.00 10.00 0.00 0.0000");
    }

    @Test
    void saysWhatBelongsToNoRowThatWasSeen() {
        // When
        var rows = Looked.change("spend")
                .compared("spend", null, "160 100")
                .compared("spend", "channel", "SP 130 90")
                .found()
                .rows("part member found spend spend.previous spend.change spend.change_share");

        // Then
        assertThat(rows.getLast()).isEqualTo("channel - nowhere 30.00 10.00 20.00 0.3333");
    }

    @Test
    void saysWhatCountsInSeveralMembers() {
        // When: an order of two products counts once for each
        var rows = Looked.change("orders")
                .compared("orders", null, "10 4")
                .compared("orders", "product", "A 8 3", "B 5 2")
                .found()
                .rows("member found orders orders.previous orders.change");

        // Then
        assertThat(rows).containsExactly("- - 10 4 6", "A - 8 3 5", "B - 5 2 3", "- counted_twice -3 -1 -2");
    }

    @Test
    void takesAMemberWithoutRowsInAPeriodAsNothingAndNamesTheNameless() {
        // When
        var rows = Looked.change("spend")
                .compared("spend", null, "7 5")
                .compared("spend", "channel", "- - 5", "SP 7 -")
                .found()
                .rows("member found spend spend.previous spend.change");

        // Then
        assertThat(rows).containsExactly("- - 7 5 2.00", "SP - 7.00 0.00 7.00", "- nobody 0.00 5.00 -5.00");
    }

    @Test
    void givesNoSharesOfAChangeThatIsNone() {
        // When
        var rows = Looked.change("spend")
                .compared("spend", null, "10 10")
                .compared("spend", "channel", "SP 4 5", "SB 6 5")
                .found()
                .rows("spend.change_share");

        // Then
        assertThat(rows).containsOnly("-");
    }

    @Test
    void sharesARatioOutByWhatEachMemberGrewBeyondTheRateOfTheWhole() {
        // When: 300 for 100 became 500 for 200, all of it in SB: ROAS fell from 3 to 2.5
        var rows = Looked.change("roas")
                .compared("roas revenue spend", null, "2.5 3 500 300 200 100")
                .compared("roas revenue spend", "channel", "SP 3.5 3.5 210 210 60 60", "SB 2.07 2.25 290 90 140 40")
                .found()
                .rows("member roas roas.previous roas.change roas.change_share");

        // Then
        assertThat(rows)
                .containsExactly("- 2.5 3 -0.5000 1.0000", "SB 2.07 2.25 -0.5000 1.0000", "SP 3.50 3.50 0.0000 0.0000");
    }

    @Test
    void aMemberThatOnlyGrowsWithTheRestMovesNoRatio() {
        // When: C doubles at the very rate of the whole (4000 for 1000, both periods together)
        var rows = Looked.change("roas")
                .compared("roas revenue spend", null, "4.2 3.75 2520 1500 600 400")
                .compared(
                        "roas revenue spend",
                        "campaign",
                        "C 4.02 4.02 804 402 200 100",
                        "D 4.29 3.66 1716 1098 400 300")
                .found()
                .rows("member roas.change");

        // Then: by hand, (402 - 4.02 x 100) = 0, so all of 4.2 - 3.75 is D's
        assertThat(rows).containsExactly("- 0.4500", "D 0.4500", "C 0.0000");
    }

    @Test
    void tellsTheEffectOfEachStepWithItsOwnNumbers() {
        // When: twice the impressions, half the click rate, clicks dearer by half
        var found = Looked.change("spend")
                .compared("spend impressions clicks", null, "150 100 2000 1000 10 10")
                .found();

        // Then: the mean over the six orders in which three steps can move, by hand: 91.67, -95.83 and 54.17, of which
        // the paisa that rounding leaves over goes to the largest
        assertThat(found.rows("part member found spend.change"))
                .containsExactly(
                        "- - - 50.00",
                        "steps impressions factor 91.67",
                        "steps ctr factor -95.84",
                        "steps cpc factor 54.17");
        assertThat(found.rows("ctr ctr.previous cpc cpc.previous"))
                .containsExactly("- - - -", "- - - -", "0.0050 0.0100 - -", "- - 15.00 10.00");
    }

    @Test
    void theStepsOfARatioLeadFromItsDenominatorToItsNumerator() {
        // When
        var found = Looked.change("roas")
                .compared("roas revenue spend clicks attributed_orders", null, "2 4 400 400 200 100 20 10 2 1")
                .found();

        // Then: a click costs as much, as many of them buy, and an order is worth half
        assertThat(found.rows("part member found roas.change"))
                .containsExactly(
                        "- - - -2.0000",
                        "steps cpc factor 0.0000",
                        "steps cvr factor 0.0000",
                        "steps revenue/attributed_orders factor_of_two -2.0000");
    }

    @Test
    void hasNoStepsWhereOneOfThemIsNothing() {
        // When: no clicks before, so there is no click rate to have moved
        var rows = Looked.change("spend")
                .compared("spend impressions clicks", null, "150 0 2000 1000 10 0")
                .found()
                .rows("part");

        // Then
        assertThat(rows).containsExactly("-");
    }

    @Test
    void thePartsComeToTheWholeToTheLastDigitWhateverTheNumbers() {
        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            // Given
            var channels = new ArrayList<String>();
            for (var i = random.nextInt(12); i >= 0; i--) {
                channels.add(
                        "m%d 1 1 %s %s %s %s".formatted(i, money(random), money(random), money(random), money(random)));
            }
            var whole = "1 1 %s %s %s %s".formatted(money(random), money(random), money(random), money(random));

            // When
            var found = Looked.change("roas")
                    .compared("roas revenue spend", null, whole)
                    .compared("roas revenue spend", "channel", channels.toArray(String[]::new))
                    .found();

            // Then
            var changes =
                    found.rows("roas.change").stream().map(BigDecimal::new).toList();
            var sum = changes.stream().skip(1).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as("round %d", round).isEqualByComparingTo(changes.getFirst());
            var sides = whole.split(" ");
            assertThat(changes.getFirst())
                    .isEqualByComparingTo(ratio(sides[2], sides[4])
                            .subtract(ratio(sides[3], sides[5]))
                            .setScale(4, java.math.RoundingMode.HALF_UP));
        }
    }

    @Test
    void theStepsComeToTheWholeAndAgreeWithTheMeanOverAllOrders() {
        var random = new Random(11);
        for (var round = 0; round < 100; round++) {
            // Given
            var now = List.of(one(random), one(random), one(random), one(random));
            var before = List.of(one(random), one(random), one(random), one(random));

            // When: impressions, clicks, orders, sales
            var row = new StringBuilder();
            for (var i : List.of(3, 0, 1, 2)) {
                row.append(now.get(i)).append(' ').append(before.get(i)).append(' ');
            }
            var found = Looked.change("attributed_sales")
                    .compared(
                            "attributed_sales impressions clicks attributed_orders",
                            null,
                            row.toString().strip())
                    .found();

            // Then
            var changes = found.rows("attributed_sales.change").stream()
                    .map(Double::parseDouble)
                    .toList();
            var expected = meanOverAllOrders(factors(now), factors(before));
            for (var i = 0; i < expected.length; i++) {
                assertThat(changes.get(i + 1))
                        .as("round %d, step %d", round, i)
                        .isCloseTo(expected[i], org.assertj.core.data.Offset.offset(0.03));
            }
        }
    }

    @Test
    void saysWhatChangeIsUsualFromTheStretchesBefore() {
        // Given: a week against the week before; ten weeks before that of 700, 770, 700, 770 …
        var days = new ArrayList<String>();
        for (var day = Looked.FROM.minusDays(77); day.isBefore(Looked.FROM.plusDays(7)); day = day.plusDays(1)) {
            var week = java.time.temporal.ChronoUnit.DAYS.between(Looked.FROM.minusDays(77), day) / 7;
            days.add("%s %d".formatted(day, week % 2 == 0 ? 100 : 110));
        }

        // When
        var looked = Looked.week("spend").weekly("spend", "790 770").days("spend", null, days);
        var row = looked.found()
                .rows("spend.change spend.usual_low spend.usual_high")
                .getFirst();

        // Then: nine changes of 70 up and down in turn; their middle is 70 up or down, their median distance 0 or 140
        var parts = row.split(" ");
        assertThat(parts[0]).isEqualTo("20.00");
        assertThat(new BigDecimal(parts[1])).isLessThan(new BigDecimal("-70"));
        assertThat(new BigDecimal(parts[2])).isGreaterThanOrEqualTo(new BigDecimal("70"));
    }

    @Test
    void saysNothingOfWhatIsUsualWithTooLittleHistory() {
        // Given
        var days = new ArrayList<String>();
        for (var day = Looked.FROM.minusDays(28); day.isBefore(Looked.FROM.plusDays(7)); day = day.plusDays(1)) {
            days.add("%s 100".formatted(day));
        }

        // When
        var table = Looked.week("spend")
                .weekly("spend", "790 770")
                .days("spend", null, days)
                .found()
                .table();

        // Then
        assertThat(table.indexOf("spend.usual_low")).isEmpty();
    }

    @Test
    void saysThatTheWholeIsMissing() {
        // When
        var result = Looked.change("spend").missing().result();

        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.code()).isEqualTo(ErrorCode.INPUT_MISSING));
    }

    private static String money(Random random) {
        return BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2).toPlainString();
    }

    private static Integer one(Random random) {
        return 1 + random.nextInt(1000);
    }

    private static BigDecimal ratio(String top, String bottom) {
        return new BigDecimal(top).divide(new BigDecimal(bottom), MathContext.DECIMAL128);
    }

    private static double[] factors(List<Integer> chain) {
        var factors = new double[chain.size()];
        factors[0] = chain.getFirst();
        for (var i = 1; i < chain.size(); i++) {
            factors[i] = (double) chain.get(i) / chain.get(i - 1);
        }
        return factors;
    }

    // Every order in which the factors can move, one after the other.
    private static double[] meanOverAllOrders(double[] now, double[] before) {
        var effects = new double[now.length];
        var orders = new ArrayList<List<Integer>>();
        permute(new ArrayList<>(), now.length, orders);
        for (var order : orders) {
            var state = before.clone();
            for (var moved : order) {
                var was = product(state);
                state[Objects.requireNonNull(moved)] = now[moved];
                effects[moved] += (product(state) - was) / orders.size();
            }
        }
        return effects;
    }

    private static void permute(List<Integer> begun, int size, List<List<Integer>> all) {
        if (begun.size() == size) {
            all.add(List.copyOf(begun));
            return;
        }
        for (var next = 0; next < size; next++) {
            if (!begun.contains(next)) {
                begun.add(next);
                permute(begun, size, all);
                begun.removeLast();
            }
        }
    }

    private static double product(double[] factors) {
        var product = 1.0;
        for (var factor : factors) {
            product *= factor;
        }
        return product;
    }
}
