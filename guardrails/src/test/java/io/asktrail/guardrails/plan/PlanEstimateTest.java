package io.asktrail.guardrails.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.guardrails.plan.StepEstimate.Rows;
import io.asktrail.guardrails.plan.StepEstimate.Wait;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.schema.TableDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PlanEstimateTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));

    private static final String BY_DAY = """
        {"steps":[
         {"id":"ads1","tool":"amazon_ads_api.get_campaign_metrics","inputs":{"metrics":["spend"],
           "group_by":["date","channel"],"grain":"day","date_range":"2025-10-01..2025-10-31","tz":"Asia/Kolkata"}},
         {"id":"sales1","tool":"sales_db.query","inputs":{"metrics":["gross_sales"],
           "group_by":["date","channel"],"grain":"day","date_range":"2025-10-01..2025-10-31","tz":"Asia/Kolkata"}},
         {"id":"calc1","tool":"compute.aggregate","inputs":{"left":"ads1","right":"sales1",
           "join_keys":["date","channel"],"select":["spend","gross_sales"],"fill":"2025-10-01..2025-10-31",
           "grain":"day"}}],
         "outputs":{"table":"calc1","narrative":true}}
        """;

    private static Plan plan(String json) {
        return JsonMapper.builder().build().readValue(json, Plan.class);
    }

    private static Holdings held(String days, Map<String, Long> values) {
        return new Holdings() {
            @Override
            public Optional<DateRange> daysOf(TableDefinition table) {
                return Optional.of(DateRange.parse(days));
            }

            @Override
            public OptionalLong valuesOf(DimensionId dimension) {
                var count = values.get(dimension.value());
                return count == null ? OptionalLong.empty() : OptionalLong.of(count);
            }
        };
    }

    private static StepEstimate step(PlanEstimate estimate, String id) {
        return estimate.steps().stream()
                .filter(step -> step.step().equals(new StepId(id)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsPointsTimesValuesAndTheRowsWithoutOne() {
        // When
        var estimate = PlanEstimate.of(plan(BY_DAY), DEMO, Holdings.UNKNOWN);

        // Then: 31 days, and SP, SB, SD or none
        assertThat(step(estimate, "ads1").rows()).isEqualTo(new Rows(0, 124));
        assertThat(step(estimate, "calc1").rows()).isEqualTo(new Rows(0, 124));
    }

    @Test
    void waitsForTheLongestChainAndCountsEveryRepetition() {
        // When
        var estimate = PlanEstimate.of(plan(BY_DAY), DEMO, Holdings.UNKNOWN);

        // Then: the warehouse (120 ms, twice again) and the arithmetic (5 ms, once again); kept results cost nothing
        assertThat(estimate.waiting()).isEqualTo(new Wait(5, 125, 370));
        assertThat(estimate.quota())
                .extracting(use -> use.tool() + " " + use.calls() + "/" + use.burst())
                .containsExactly("amazon_ads_api 1/600", "compute 1/2000", "sales_db 1/600");
    }

    @Test
    void readsNoDaysThatAreNotHeld() {
        // When
        var estimate = PlanEstimate.of(plan(BY_DAY), DEMO, held("2025-10-22..2025-12-31", Map.of()));

        // Then: from the 22nd to the 31st, twice
        assertThat(estimate.days()).isEqualTo(20);
        assertThat(step(estimate, "calc1").days()).isZero();
        assertThat(PlanEstimate.of(plan(BY_DAY), DEMO, held("2026-01-01..2026-02-01", Map.of()))
                        .days())
                .isZero();
    }

    @Test
    void whatIsNotKnownMayBeAsMuchAsTheToolGives() {
        // Given
        var byProduct = BY_DAY.replace("channel", "product").replace("get_campaign_metrics", "get_product_metrics");

        // Then
        assertThat(step(PlanEstimate.of(plan(byProduct), DEMO, Holdings.UNKNOWN), "ads1")
                        .rows())
                .isEqualTo(new Rows(0, 200_000));
        assertThat(step(
                                PlanEstimate.of(
                                        plan(byProduct), DEMO, held("2025-01-01..2025-12-31", Map.of("product", 60L))),
                                "ads1")
                        .rows())
                .isEqualTo(new Rows(0, 31 * 61));
    }

    @Test
    void keptValuesAndLimitsBoundTheRows() {
        // Given
        var kept = BY_DAY.replaceFirst("\"grain\":\"day\",", "\"grain\":\"day\",\"entities\":{\"channel\":[\"SB\"]},");
        var limited = kept.replace("\"select\":", "\"limit\":7,\"select\":");

        // When
        var estimate = PlanEstimate.of(plan(limited), DEMO, Holdings.UNKNOWN);

        // Then
        assertThat(step(estimate, "ads1").rows()).isEqualTo(new Rows(0, 31));
        assertThat(step(estimate, "calc1").rows()).isEqualTo(new Rows(0, 7));
    }

    @Test
    void aFilterThatKeepsValuesBoundsTheRowsToo() {
        // Given
        var kept = BY_DAY.replaceFirst(
                "\"grain\":\"day\",",
                "\"grain\":\"day\",\"filters\":[{\"field\":\"channel\",\"op\":\"in\",\"value\":[\"SB\",\"SP\"]}],");

        // Then
        assertThat(step(PlanEstimate.of(plan(kept), DEMO, Holdings.UNKNOWN), "ads1")
                        .rows())
                .isEqualTo(new Rows(0, 62));
    }

    @Test
    void aFilterThatLeavesValuesOutBoundsNothing() {
        // Given
        var without = BY_DAY.replaceFirst(
                "\"grain\":\"day\",",
                "\"grain\":\"day\",\"filters\":[{\"field\":\"channel\",\"op\":\"!=\",\"value\":\"SB\"}],");

        // Then
        assertThat(step(PlanEstimate.of(plan(without), DEMO, Holdings.UNKNOWN), "ads1")
                        .rows())
                .isEqualTo(new Rows(0, 124));
    }

    @Test
    void asManyGroupsAsNobodyCanCountAreAsManyAsTheToolGives() {
        // Given: products that nobody has counted, in two channels or without one
        var groups = BY_DAY.replace("\"date\",\"channel\"", "\"product\",\"channel\"")
                .replace("get_campaign_metrics", "get_product_metrics")
                .replace("\"grain\":\"day\",", "")
                .replace("\"fill\":\"2025-10-01..2025-10-31\",\n   \"grain\":\"day\"", "\"limit\":200000");

        // Then
        assertThat(step(
                                PlanEstimate.of(
                                        plan(groups), DEMO, held("2025-01-01..2025-12-31", Map.of("channel", 1L))),
                                "ads1")
                        .rows())
                .isEqualTo(new Rows(0, 200_000));
    }

    @Test
    void aTotalIsOneRowForCertain() {
        // Given
        var total = """
            {"steps":[
             {"id":"ads1","tool":"amazon_ads_api.get_campaign_metrics","inputs":{"metrics":["spend"],
               "date_range":"2000-01-01..2025-10-31","tz":"Asia/Kolkata"}},
             {"id":"calc1","tool":"compute.aggregate","inputs":{"left":"ads1","select":["spend"]}},
             {"id":"ads2","tool":"amazon_ads_api.get_campaign_metrics","inputs":{"metrics":["spend"],
               "date_range":"2025-09-01..2025-09-30","tz":"Asia/Kolkata"}},
             {"id":"compare1","tool":"compute.compare","inputs":{"current":"calc1","previous":"ads2",
               "compared":["spend"]}}],
             "outputs":{"table":"compare1","narrative":true}}
            """;

        // When
        var estimate = PlanEstimate.of(plan(total), DEMO, Holdings.UNKNOWN);

        // Then: of a beginning of time nobody has more days than may be asked for
        assertThat(estimate.steps()).allMatch(step -> step.rows().equals(new Rows(1, 1)));
        assertThat(step(estimate, "ads1").days()).isEqualTo(1_100);
        assertThat(estimate.waiting().usual()).isEqualTo(40 + 5 + 5);
    }

    @Test
    void seriesOfWinnersAreNoMoreThanTheWinners() {
        // Given
        var series = """
            {"steps":[
             {"id":"ads1_rank","tool":"amazon_ads_api.get_campaign_metrics","inputs":{"metrics":["spend"],
               "group_by":["campaign"],"date_range":"2025-10-01..2025-10-31","tz":"Asia/Kolkata","limit":3}},
             {"id":"ads1","tool":"amazon_ads_api.get_campaign_metrics","inputs":{"metrics":["spend"],
               "group_by":["date","campaign"],"grain":"week","date_range":"2025-10-01..2025-10-31",
               "tz":"Asia/Kolkata","only":{"of":"ads1_rank","dimension":"campaign"}}}],
             "outputs":{"table":"ads1","narrative":true}}
            """;

        // Then: October 2025 touches five weeks
        assertThat(step(PlanEstimate.of(plan(series), DEMO, Holdings.UNKNOWN), "ads1")
                        .rows())
                .isEqualTo(new Rows(0, 15));
    }

    @Test
    void aTemplateIsEstimatedAsWhatItComesTo() {
        // Given
        var template = """
            {"steps":[{"id":"s1","tool":"sales_db.sql","inputs":{"sql_template":"top_products.sql",
              "params":{"start":"2025-10-01","end":"2025-10-31","geo":["Delhi"],"top":5}}}],
             "outputs":{"table":"s1","narrative":true}}
            """;

        // Then
        var estimate = PlanEstimate.of(plan(template), DEMO, Holdings.UNKNOWN);
        assertThat(step(estimate, "s1").rows()).isEqualTo(new Rows(0, 5));
        assertThat(estimate.days()).isEqualTo(31);
    }

    @Test
    void theNumbersAreWrittenUnderTheirUnits() {
        // When
        var json = JsonMapper.builder().build().valueToTree(PlanEstimate.of(plan(BY_DAY), DEMO, Holdings.UNKNOWN));

        // Then
        assertThat(json.at("/wait/usual_ms").asInt()).isEqualTo(125);
        assertThat(json.at("/steps/0/rows/most").asInt()).isEqualTo(124);
        assertThat(json.at("/steps/0/wait/most_ms").asInt()).isEqualTo(120);
        assertThat(json.at("/quota/0/rpm").asInt()).isEqualTo(6_000);
    }
}
