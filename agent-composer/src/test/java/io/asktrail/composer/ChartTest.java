package io.asktrail.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Chart;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChartTest {
    @Test
    void writesOneNumberLarge() {
        // Given
        var task = Run.ask("spend").build();

        // When
        var spec =
                spec(new Run(task).gave(Run.table("spend\n 1234567.89")).draft().chart());

        // Then: 12.3456789 lakh
        assertThat(spec.at("/mark/type").asString()).isEqualTo("text");
        assertThat(spec.at("/data/values")).hasSize(1);
        assertThat(spec.at("/data/values/0/written").asString()).isEqualTo("₹12.35 lakh");
    }

    @ParameterizedTest
    @CsvSource({"USD,$,'$1,234.50'", "EUR,€,'€1,234.50'", "AED,'AED ','AED 1,234.50'"})
    void writesTheSignOfTheCurrencyInTextBarsAndAxis(String currency, String sign, String written) {
        // Given
        var columns = List.of(
                new Column("channel", "Ad channel", ColumnType.TEXT, null),
                new Column("spend", "Ad spend", ColumnType.NUMBER, currency));
        List<List<@Nullable Object>> rows =
                List.of(List.of("SP", new BigDecimal("1234.5")), List.of("SB", BigDecimal.TEN));
        var task = Run.ask("spend").groupBy(List.of(Run.dimension("channel"))).build();

        // When
        var draft = new Run(task).gave(new Table(columns, rows)).draft();

        // Then
        var spec = spec(draft.chart());
        assertThat(draft.text()).contains("SP has the highest ad spend in 1–31 Oct 2025: " + written);
        assertThat(values(spec, "written")).first().isEqualTo(written);
        assertThat(spec.at("/encoding/x/axis/labelExpr").asString())
                .isEqualTo("(datum.value < 0 ? '-' : '') + '%s' + format(abs(datum.value), ',.2~f')".formatted(sign));
    }

    @Test
    void drawsNothingWhereThereAreNoNumbers() {
        assertThat(new Run(Run.ask("spend").build())
                        .gave(Run.table("spend\n -"))
                        .draft()
                        .chart())
                .isNull();
    }

    @Test
    void drawsALineOverTime() {
        // Given
        var task = Run.ask("spend").time(Run.october(Grain.DAY)).build();

        // When
        var spec = spec(new Run(task)
                .gave(Run.table("date spend\n 2025-10-01 5\n 2025-10-02 -\n 2025-10-03 7"))
                .draft()
                .chart());

        // Then: a day without a number is a gap, and breaks the line
        assertThat(spec.at("/$schema").asString()).isEqualTo("https://vega.github.io/schema/vega-lite/v6.json");
        assertThat(spec.at("/mark/type").asString()).isEqualTo("line");
        assertThat(spec.at("/encoding/x/type").asString()).isEqualTo("temporal");
        assertThat(spec.at("/mark/invalid").asString()).isEqualTo("break-paths-show-path-domains");
        assertThat(spec.at("/data/values")).hasSize(3);
        assertThat(spec.at("/data/values/1/value").isNull()).isTrue();
        assertThat(spec.at("/title/text").asString()).isEqualTo("Ad spend by day");
        assertThat(spec.at("/title/subtitle").asString()).isEqualTo("1–31 Oct 2025");
    }

    @Test
    void drawsAtMostTwentyBarsFromZeroAndAddsUpTheRest() {
        // Given
        var text = new StringBuilder("geo spend\n");
        for (var i = 1; i <= 25; i++) {
            text.append("S%d %d\n".formatted(i, i));
        }
        var task = Run.ask("spend").groupBy(List.of(Run.dimension("geo"))).build();

        // When
        var spec = spec(new Run(task).gave(Run.table(text.toString())).draft().chart());

        // Then: 19 bars from 25 down to 7, and 1 + 2 + … + 6 = 21 in one
        assertThat(spec.at("/mark/type").asString()).isEqualTo("bar");
        assertThat(spec.at("/encoding/x/scale/zero").asBoolean()).isTrue();
        assertThat(spec.at("/data/values")).hasSize(20);
        assertThat(spec.at("/data/values/0/member").asString()).isEqualTo("S25");
        assertThat(spec.at("/data/values/18/value").decimalValue()).isEqualByComparingTo("7");
        assertThat(spec.at("/data/values/19/member").asString()).isEqualTo("Others");
        assertThat(spec.at("/data/values/19/value").decimalValue()).isEqualByComparingTo(new BigDecimal(21));
        assertThat(spec.at("/data/values/19/written").asString()).isEqualTo("₹21");
    }

    @Test
    void addsNoRatiosUp() {
        // Given
        var text = new StringBuilder("geo roas\n");
        for (var i = 1; i <= 25; i++) {
            text.append("S%d %d\n".formatted(i, i));
        }
        var task = Run.ask("roas").groupBy(List.of(Run.dimension("geo"))).build();

        // When
        var spec = spec(new Run(task).gave(Run.table(text.toString())).draft().chart());

        // Then
        assertThat(spec.at("/data/values"))
                .hasSize(20)
                .noneMatch(value -> value.at("/member").asString().equals("Others"));
        assertThat(spec.at("/title/subtitle").asString()).isEqualTo("1–31 Oct 2025 · first 20 of 25");
    }

    @Test
    void groupsTwoPeriodsAndTwoNumbersOfOneUnit() {
        // Given
        var september = new Comparison(
                Comparison.Kind.PREVIOUS_PERIOD, LocalDate.parse("2025-09-01"), LocalDate.parse("2025-09-30"));
        var compared = Run.ask("spend")
                .groupBy(List.of(Run.dimension("geo")))
                .compare(september)
                .build();
        var paired = Run.ask("spend", "net_sales")
                .groupBy(List.of(Run.dimension("geo")))
                .build();

        // When
        var periods = spec(new Run(compared)
                .gave(Run.table("geo spend spend.previous spend.change spend.change_pct\n A 2 1 1 1\n B 3 3 0 0"))
                .draft()
                .chart());
        var metrics = spec(new Run(paired)
                .gave(Run.table("geo spend net_sales\n A 2 1\n B 3 3"))
                .draft()
                .chart());

        // Then
        assertThat(periods.at("/data/values")).hasSize(4);
        assertThat(periods.at("/encoding/yOffset/field").asString()).isEqualTo("series");
        assertThat(periods.at("/data/values/1/series").asString()).isEqualTo("1–30 Sep 2025");
        assertThat(metrics.at("/data/values/1/series").asString()).isEqualTo("Net sales");
    }

    @Test
    void stacksPartsThatAddUp() {
        // Given
        var task = Run.ask("spend")
                .groupBy(List.of(Run.dimension("channel"), Run.dimension("geo")))
                .build();

        // When
        var spec = spec(new Run(task).gave(Run.table("""
                channel geo    spend
                SP      Delhi  5
                SP      Kerala 9
                SP      Goa    1
                SB      Delhi  7
                SB      Goa    2
                """)).draft().chart());

        // Then: three states along the axis, the largest (5 + 7) first; two channels in colour
        assertThat(spec.at("/encoding/x/stack").asString()).isEqualTo("zero");
        assertThat(spec.at("/encoding/color/scale/domain").toString()).isEqualTo("[\"SP\",\"SB\"]");
        assertThat(values(spec, "member")).containsExactly("Delhi", "Delhi", "Kerala", "Goa", "Goa");
        assertThat(values(spec, "series")).containsExactly("SP", "SB", "SP", "SP", "SB");
    }

    @Test
    void sumsSmallMembersAndSmallPartsOfAStack() {
        // Given: 30 states of 1 … 30 in each of 10 channels
        var text = new StringBuilder("geo channel spend\n");
        for (var state = 1; state <= 30; state++) {
            for (var channel = 1; channel <= 10; channel++) {
                text.append("S%d C%d %d\n".formatted(state, channel, state * channel));
            }
        }
        var task = Run.ask("spend")
                .groupBy(List.of(Run.dimension("geo"), Run.dimension("channel")))
                .build();

        // When
        var spec = spec(new Run(task).gave(Run.table(text.toString())).draft().chart());

        // Then: 19 states and the others, 7 channels and the others; the sum is (1 + … + 30) · (1 + … + 10)
        assertThat(values(spec, "member").distinct()).hasSize(20).contains("S30", "S12", "Others");
        assertThat(values(spec, "series").distinct()).hasSize(8).contains("C10", "C4", "Others");
        assertThat(sum(spec)).isEqualByComparingTo(new BigDecimal(465 * 55));
    }

    @Test
    void stacksNothingThatFallsBelowZero() {
        // Given
        var task = Run.ask("net_sales")
                .groupBy(List.of(Run.dimension("channel"), Run.dimension("geo")))
                .build();

        // When
        var spec = spec(new Run(task)
                .gave(Run.table("channel geo net_sales\n SP Delhi 5\n SB Delhi -2"))
                .draft()
                .chart());

        // Then
        assertThat(spec.at("/encoding/x/stack").isMissingNode()).isTrue();
        assertThat(values(spec, "member")).containsExactly("SP, Delhi", "SB, Delhi");
    }

    @Test
    void setsTwoNumbersOfDifferentUnitsAgainstEachOther() {
        // Given
        var table = "campaign spend roas\n A 5 2\n B 4 3\n C 3 1\n D 9 -\n E 2 2\n F 1 7";
        var task = Run.ask("spend", "roas").groupBy(List.of(Run.dimension("campaign")));
        var ranking = task.build().toBuilder().limit(5).build();

        // When
        var both = spec(new Run(task.build()).gave(Run.table(table)).draft().chart());
        var first = spec(new Run(ranking).gave(Run.table(table)).draft().chart());

        // Then: who lacks a number is not in it, and that is said; a ranking stays one
        assertThat(both.at("/mark/type").asString()).isEqualTo("point");
        assertThat(both.at("/data/values")).hasSize(5);
        assertThat(both.at("/data/values/0/x").decimalValue()).isEqualByComparingTo("5");
        assertThat(both.at("/data/values/0/value").decimalValue()).isEqualByComparingTo("2");
        assertThat(both.at("/title/subtitle").asString()).isEqualTo("1–31 Oct 2025 · first 5 of 6");
        assertThat(first.at("/mark/type").asString()).isEqualTo("bar");
    }

    @Test
    void keepsTheLargestLinesAndSumsTheRest() {
        // Given: ten states on two days; S1 … S10 have 1 … 10 on the first and nothing on the second but S10
        var text = new StringBuilder("date geo spend\n");
        for (var i = 1; i <= 10; i++) {
            text.append("2025-10-01 S%d %d\n".formatted(i, i));
        }
        text.append("2025-10-02 S10 4\n");
        var task = Run.ask("spend")
                .groupBy(List.of(Run.dimension("geo")))
                .time(Run.october(Grain.DAY))
                .build();

        // When
        var spec = spec(new Run(task).gave(Run.table(text.toString())).draft().chart());

        // Then: S10 … S4 by name, S1 + S2 + S3 = 6 in one line; a day without a number is a gap
        assertThat(spec.at("/encoding/color/scale/domain")).hasSize(8);
        assertThat(spec.at("/data/values/14/series").asString()).isEqualTo("Others");
        assertThat(spec.at("/data/values/14/value").decimalValue()).isEqualByComparingTo("6");
        assertThat(spec.at("/data/values/15/value").isNull()).isTrue();
    }

    @Test
    void saysWhichPointsAreNotWhole() {
        // Given: October by week; the 1st is a Wednesday, the 31st a Friday
        var task = Run.ask("spend").time(Run.october(Grain.WEEK)).build();

        // When
        var spec = spec(new Run(task)
                .gave(Run.table("date spend\n 2025-09-29 5\n 2025-10-06 4\n 2025-10-27 3"))
                .draft()
                .chart());

        // Then
        assertThat(spec.at("/title/subtitle").asString())
                .isEqualTo(
                        "1–31 Oct 2025 · the week of 29 Sep 2025 is not whole · the week of 27 Oct 2025 is not whole");
    }

    @Test
    void climbsFromBeforeToAfterByThePartsOfTheChange() {
        // When: 100 + 40 − 15 − 5 = 120
        var spec = spec(Run.explained("""
                part    member found  spend spend.previous spend.change spend.change_share
                -       -      -      120   100            20           1
                channel SP     -      90    50             40           2
                channel SB     -      20    35             -15          -0.75
                channel 4      others 10    15             -5           -0.25
                geo     Delhi  -      120   100            20           1
                """).chart());

        // Then
        assertThat(values(spec, "member")).containsExactly("1–30 Sep 2025", "SP", "SB", "all other 4", "1–31 Oct 2025");
        assertThat(numbers(spec, "from")).containsExactly(0, 100, 140, 125, 0);
        assertThat(numbers(spec, "value")).containsExactly(100, 140, 125, 120, 120);
        assertThat(values(spec, "series")).containsExactly("Whole", "Up", "Down", "Down", "Whole");
        assertThat(values(spec, "written")).containsExactly("₹100", "+₹40", "-₹15", "-₹5", "₹120");
        assertThat(spec.at("/encoding/x/scale/zero").asBoolean()).isTrue();
    }

    @Test
    void drawsNoStairsThatDoNotReachTheTop() {
        // Then: 40 − 15 is not 20
        assertThat(Run.explained("""
                part    member spend spend.previous spend.change spend.change_share
                -       -      120   100            20           1
                channel SP     90    50             40           2
                channel SB     20    35             -15          -0.75
                """).chart()).isNull();
    }

    private static java.util.stream.Stream<String> values(JsonNode spec, String field) {
        return spec.at("/data/values")
                .valueStream()
                .map(value -> value.at("/" + field).asString());
    }

    private static List<Integer> numbers(JsonNode spec, String field) {
        return spec.at("/data/values")
                .valueStream()
                .map(value -> value.at("/" + field).decimalValue().intValueExact())
                .toList();
    }

    private static BigDecimal sum(JsonNode spec) {
        return spec.at("/data/values")
                .valueStream()
                .map(value -> value.at("/value").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static JsonNode spec(@Nullable Chart chart) {
        Map<String, Object> spec = Objects.requireNonNull(chart).spec();
        return JsonMapper.builder().build().valueToTree(spec);
    }
}
