package io.asktrail.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Chart;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChartTest {
    @Test
    void drawsNothingForOneNumber() {
        assertThat(new Run(Run.ask("spend").build()).gave(Run.table("spend\n 2")).draft().chart()).isNull();
    }

    @Test
    void drawsALineOverTime() {
        // Given
        var task = Run.ask("spend").time(Run.october(Grain.DAY)).build();

        // When
        var spec = spec(new Run(task).gave(Run.table("date spend\n 2025-10-01 5\n 2025-10-02 -\n 2025-10-03 7")).draft().chart());

        // Then: a day without a number is a gap
        assertThat(spec.at("/$schema").asString()).isEqualTo("https://vega.github.io/schema/vega-lite/v6.json");
        assertThat(spec.at("/mark/type").asString()).isEqualTo("line");
        assertThat(spec.at("/encoding/x/type").asString()).isEqualTo("temporal");
        assertThat(spec.at("/data/values")).hasSize(2);
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
        assertThat(spec.at("/mark").asString()).isEqualTo("bar");
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
        assertThat(spec.at("/data/values")).hasSize(20).noneMatch(value -> value.at("/member").asString().equals("Others"));
        assertThat(spec.at("/title/subtitle").asString()).isEqualTo("1–31 Oct 2025 · first 20 of 25");
    }

    @Test
    void groupsTwoPeriodsAndTwoNumbersOfOneUnit() {
        // Given
        var september = new Comparison(
                Comparison.Kind.PREVIOUS_PERIOD, LocalDate.parse("2025-09-01"), LocalDate.parse("2025-09-30"));
        var compared = Run.ask("spend").groupBy(List.of(Run.dimension("geo"))).compare(september).build();
        var paired = Run.ask("spend", "net_sales").groupBy(List.of(Run.dimension("geo"))).build();

        // When
        var periods = spec(new Run(compared).gave(Run.table(
                "geo spend spend.previous spend.change spend.change_pct\n A 2 1 1 1\n B 3 3 0 0")).draft().chart());
        var metrics = spec(new Run(paired).gave(Run.table("geo spend net_sales\n A 2 1\n B 3 3")).draft().chart());

        // Then
        assertThat(periods.at("/data/values")).hasSize(4);
        assertThat(periods.at("/encoding/yOffset/field").asString()).isEqualTo("series");
        assertThat(periods.at("/data/values/1/series").asString()).isEqualTo("1–30 Sep 2025");
        assertThat(metrics.at("/data/values/1/series").asString()).isEqualTo("Net sales");
    }

    private static JsonNode spec(@Nullable Chart chart) {
        Map<String, Object> spec = Objects.requireNonNull(chart).spec();
        return JsonMapper.builder().build().valueToTree(spec);
    }
}
