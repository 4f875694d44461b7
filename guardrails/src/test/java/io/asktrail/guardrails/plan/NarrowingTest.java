package io.asktrail.guardrails.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.policy.Access;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Plans that leave rows out: early and soundly, or because nobody asked for them to stay. */
class NarrowingTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final Access EVERYTHING =
            new Access(DEMO.metrics().keySet(), DEMO.dimensions().keySet(), Set.of(), true);

    // The products that sold most, and what ads for those cost.
    private static final String TOP_PRODUCTS = """
        {"steps":[
         {"id":"sales1","tool":"sales_db.query","inputs":{"metrics":["gross_sales","refunds"],
           "group_by":["product"],"date_range":"2025-10-01..2025-10-31","tz":"Asia/Kolkata"}},
         {"id":"rank1","tool":"compute.aggregate","inputs":{"left":"sales1",
           "formulas":["net_sales=gross_sales-refunds"],"select":["gross_sales","refunds","net_sales"],
           "order_by":[{"field":"net_sales","direction":"desc"},{"field":"product","direction":"asc"}],
           "lead":{"first":5,"by":"net_sales"}}},
         {"id":"ads1","tool":"amazon_ads_api.get_product_metrics","inputs":{"metrics":["spend"],
           "group_by":["product"],"date_range":"2025-10-01..2025-10-31","tz":"Asia/Kolkata",
           "only":{"of":"rank1","dimension":"product","lead":{"first":5,"by":"net_sales"}}}},
         {"id":"calc1","tool":"compute.aggregate","inputs":{"left":"rank1","right":"ads1",
           "join_keys":["product"],"formulas":["net_sales=gross_sales-refunds"],"select":["net_sales","spend"],
           "order_by":[{"field":"net_sales","direction":"desc"},{"field":"product","direction":"asc"}],"limit":5}}],
         "outputs":{"table":"calc1","narrative":true}}
        """;

    // The campaigns that cost most in the month, day by day.
    private static final String TOP_SERIES = """
        {"steps":[
         {"id":"ads1_rank","tool":"amazon_ads_api.get_campaign_metrics","inputs":{"metrics":["spend"],
           "group_by":["campaign"],"date_range":"2025-10-01..2025-10-31","tz":"Asia/Kolkata",
           "order_by":[{"field":"spend","direction":"desc"}],"limit":3}},
         {"id":"calc1_rank","tool":"compute.aggregate","inputs":{"left":"ads1_rank","select":["spend"],
           "order_by":[{"field":"spend","direction":"desc"}],"limit":3}},
         {"id":"ads1","tool":"amazon_ads_api.get_campaign_metrics","inputs":{"metrics":["spend"],
           "group_by":["date","campaign"],"grain":"day","date_range":"2025-10-01..2025-10-31","tz":"Asia/Kolkata",
           "only":{"of":"calc1_rank","dimension":"campaign"}}},
         {"id":"calc1","tool":"compute.aggregate","inputs":{"left":"ads1","select":["spend"],
           "fill":"2025-10-01..2025-10-31","grain":"day","within":"calc1_rank"}}],
         "outputs":{"table":"calc1","narrative":true}}
        """;

    private final PlanGuard guard = new PlanGuard(Clock.fixed(Instant.parse("2025-11-03T06:00:00Z"), ZoneOffset.UTC));

    private static TaskSpec.Builder task(String dimension, @Nullable Grain grain, String... metrics) {
        return TaskSpec.query(
                        List.of(metrics).stream().map(MetricId::new).toList(),
                        new Period(
                                LocalDate.parse("2025-10-01"),
                                LocalDate.parse("2025-10-31"),
                                ZoneId.of("Asia/Kolkata"),
                                null,
                                grain))
                .groupBy(List.of(new DimensionId(dimension)));
    }

    private static final TaskSpec PRODUCTS =
            task("product", null, "net_sales", "spend").limit(5).build();
    private static final TaskSpec SERIES =
            task("campaign", Grain.DAY, "spend").limit(3).build();

    private List<String> stoppedBy(String plan, TaskSpec task) {
        return guard.review(JsonMapper.builder().build().readValue(plan, Plan.class), task, EVERYTHING, DEMO).stream()
                .filter(verdict -> !verdict.passed())
                .map(RuleVerdict::rule)
                .toList();
    }

    @Test
    void letsAnEarlyRankingPass() {
        assertThat(stoppedBy(TOP_PRODUCTS, PRODUCTS)).isEmpty();
    }

    @Test
    void letsSeriesOfTheFirstGroupsPass() {
        assertThat(stoppedBy(TOP_SERIES, SERIES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"first\":5' | '\"first\":4'",
                "'\"product\",\"lead\":{\"first\":5' | '\"product\",\"lead\":{\"first\":6'",
                "'\"net_sales\",\"direction\":\"desc\"' | '\"net_sales\",\"direction\":\"asc\"'",
                "'\"by\":\"net_sales\"' | '\"by\":\"gross_sales\"'",
                "'\"dimension\":\"product\",' | '\"dimension\":\"product\",\"values\":[\"A\"],'",
                "'\"dimension\":\"product\"' | '\"dimension\":\"category\"'",
                "',\"lead\":{\"first\":5,\"by\":\"net_sales\"}}}},' | '}}},'"
            })
    void stopsAnEarlyRankingWithOneWordWrong(String part, String instead) {
        // Given
        assertThat(TOP_PRODUCTS).contains(part);

        // When, Then
        assertThat(stoppedBy(TOP_PRODUCTS.replace(part, instead), PRODUCTS)).contains("plan.narrowing");
    }

    @Test
    void stopsAnEarlyRankingWhereMoreIsShownThanItKeeps() {
        assertThat(stoppedBy(TOP_PRODUCTS, PRODUCTS.toBuilder().limit(6).build()))
                .contains("plan.narrowing");
        assertThat(stoppedBy(TOP_PRODUCTS, PRODUCTS.toBuilder().limit(null).build()))
                .contains("plan.narrowing", "plan.nothing_added");
    }

    @Test
    void stopsAnEarlyRankingUnderAShareOfAll() {
        // Given
        var share = Calculation.of(Calculation.Kind.SHARE_OF_TOTAL, new MetricId("net_sales"));

        // When, Then
        assertThat(stoppedBy(
                        TOP_PRODUCTS,
                        PRODUCTS.toBuilder().calculations(List.of(share)).build()))
                .contains("plan.narrowing");
    }

    @Test
    void stopsSeriesWithoutARankingThatWasAskedFor() {
        assertThat(stoppedBy(TOP_SERIES, SERIES.toBuilder().limit(null).build()))
                .contains("plan.narrowing");
        assertThat(stoppedBy(TOP_SERIES.replace(",\"within\":\"calc1_rank\"", ""), SERIES))
                .contains("plan.narrowing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"select\":[\"net_sales\",\"spend\"],' |"
                        + " '\"select\":[\"net_sales\",\"spend\"],\"filters\":[{\"field\":\"spend\",\"op\":\">\",\"value\":1}],'",
                "'\"metrics\":[\"spend\"],' | '\"metrics\":[\"spend\"],\"entities\":{\"geo\":[\"Goa\"]},'",
                "'\"metrics\":[\"spend\"],' |"
                        + " '\"metrics\":[\"spend\"],\"filters\":[{\"field\":\"geo\",\"op\":\"!=\",\"value\":\"Goa\"}],'",
                "'\"metrics\":[\"spend\"],' | '\"metrics\":[\"spend\"],\"limit\":5,'",
                "'\"limit\":5' | '\"limit\":4'"
            })
    void stopsWhatNobodyAskedFor(String part, String instead) {
        // Given
        assertThat(TOP_PRODUCTS).contains(part);

        // When, Then
        assertThat(stoppedBy(TOP_PRODUCTS.replace(part, instead), PRODUCTS)).contains("plan.nothing_added");
    }

    @Test
    void aConditionOfTheTaskIsAskedFor() {
        // Given
        var delhi = PRODUCTS.toBuilder()
                .entities(Entities.of(new DimensionId("geo"), List.of("Delhi")))
                .build();
        var plan = TOP_PRODUCTS.replace(
                "\"group_by\":[\"product\"],", "\"group_by\":[\"product\"],\"entities\":{\"geo\":[\"Delhi\"]},");

        // When, Then
        assertThat(stoppedBy(plan, delhi)).isEmpty();
    }

    @Test
    void aSourceCutsItsRowsOnlyWhereItsUserCutsTheSame() {
        // Given
        var otherOrder =
                TOP_SERIES.replaceFirst("\"direction\":\"desc\"}],\"limit\":3", "\"direction\":\"asc\"}],\"limit\":3");

        // When, Then
        assertThat(stoppedBy(otherOrder, SERIES)).contains("plan.nothing_added");
    }
}
