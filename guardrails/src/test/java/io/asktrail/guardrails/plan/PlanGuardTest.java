package io.asktrail.guardrails.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.Entities;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PlanGuardTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final Access EVERYTHING =
            new Access(DEMO.metrics().keySet(), DEMO.dimensions().keySet(), Set.of(), true);
    private static final DimensionId GEO = new DimensionId("geo");
    private static final DimensionId CATEGORY = new DimensionId("category");

    // Written as a planner would send it, so that every test changes one word of it.
    private static final String GOOD = """
        {"steps":[
         {"id":"ads1","tool":"amazon_ads_api.get_product_metrics","inputs":{"metrics":["spend"],
           "group_by":["category"],"date_range":"2025-10-01..2025-10-31","tz":"Asia/Kolkata",
           "entities":{"geo":["Delhi"]}}},
         {"id":"sales1","tool":"sales_db.query","inputs":{"metrics":["gross_sales","refunds"],
           "group_by":["category"],"date_range":"2025-10-01..2025-10-31","tz":"Asia/Kolkata",
           "entities":{"geo":["Delhi"]}}},
         {"id":"calc1","tool":"compute.aggregate","inputs":{"left":"ads1","right":"sales1",
           "join_keys":["category"],"formulas":["net_sales=gross_sales-refunds","tacos=spend/net_sales"],
           "select":["spend","tacos"],"limit":100}}],
         "outputs":{"table":"calc1","narrative":true}}
        """;

    private final PlanGuard guard = new PlanGuard(Clock.fixed(Instant.parse("2025-11-03T06:00:00Z"), ZoneOffset.UTC));

    private static Plan plan(String json) {
        return JsonMapper.builder().build().readValue(json, Plan.class);
    }

    private static TaskSpec task(String start, String end) {
        return TaskSpec.query(
                        List.of(new MetricId("spend"), new MetricId("tacos")),
                        new Period(LocalDate.parse(start), LocalDate.parse(end), ZoneId.of("Asia/Kolkata"), null, null))
                .groupBy(List.of(CATEGORY))
                .entities(Entities.of(GEO, List.of("Delhi")))
                .build();
    }

    private static final TaskSpec OCTOBER = task("2025-10-01", "2025-10-31");

    private List<String> stoppedBy(Plan plan, TaskSpec task, Access access) {
        return guard.review(plan, task, access, DEMO).stream()
                .filter(verdict -> !verdict.passed())
                .map(RuleVerdict::rule)
                .toList();
    }

    @Test
    void letsAGoodPlanPass() {
        assertThat(guard.review(plan(GOOD), OCTOBER, EVERYTHING, DEMO))
                .hasSize(10)
                .allMatch(RuleVerdict::passed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plan.tools_exist | amazon_ads_api.get_product_metrics | amazon_ads_api.get_secrets",
                "plan.tools_exist | amazon_ads_api.get_product_metrics | compute.aggregate",
                "plan.inputs_schema | '\"limit\":100' | '\"limit\":300000'",
                "plan.fields_exist | amazon_ads_api.get_product_metrics | amazon_ads_api.get_campaign_metrics",
                "plan.fields_exist | '[\"gross_sales\",\"refunds\"]' | '[\"gross_sales\",\"refunds\",\"clicks\"]'",
                "plan.time_range | 2025-10-01..2025-10-31 | 2023-10-01..2025-10-31",
                "plan.join_keys | '\"join_keys\":[\"category\"],' | ''",
                "plan.join_keys | '\"metrics\":[\"spend\"],\n"
                        + "   \"group_by\":[\"category\"]' | '\"metrics\":[\"spend\"],\n"
                        + "   \"group_by\":[\"category\",\"brand\"]'",
                "plan.formulas | tacos=spend/net_sales | tacos=net_sales/spend",
                "plan.formulas | tacos=spend/net_sales | tacos=spend/orders",
                "plan.formulas | '\"net_sales=gross_sales-refunds\",' | ''",
                "plan.formulas | '[\"spend\",\"tacos\"]' | '[\"spend\",\"tacos\",\"orders\"]'",
                "plan.nothing_dropped | '\"entities\":{\"geo\":[\"Delhi\"]}' | '\"entities\":{}'",
                "plan.nothing_dropped | '[\"spend\",\"tacos\"]' | '[\"spend\"]'",
                "plan.size | '\"limit\":100' | '\"limit\":300000'"
            })
    void stopsAPlanWithOneWordWrong(String rule, String part, String instead) {
        // Given
        assertThat(GOOD).contains(part);

        // Then
        assertThat(stoppedBy(plan(GOOD.replace(part, instead)), OCTOBER, EVERYTHING))
                .contains(rule);
    }

    @Test
    void stopsWhatTheCallerMayNotSee() {
        assertThat(stoppedBy(plan(GOOD), OCTOBER, without("spend", null))).containsExactly("plan.access");
        assertThat(stoppedBy(plan(GOOD), OCTOBER, without("tacos", null))).containsExactly("plan.access");
        assertThat(stoppedBy(plan(GOOD), OCTOBER, without(null, "geo"))).containsExactly("plan.access");
        assertThat(stoppedBy(
                        plan(GOOD),
                        OCTOBER,
                        new Access(EVERYTHING.metrics(), EVERYTHING.dimensions(), Set.of(), false)))
                .containsExactly("plan.access");
    }

    @Test
    void aPartOfAPermittedNumberMayBeReadForIt() {
        assertThat(stoppedBy(plan(GOOD), OCTOBER, without("refunds", null))).isEmpty();
    }

    @Test
    void stopsPeriodsThatAreTooLongOrHaveNotBegun() {
        assertThat(stoppedBy(plan(GOOD), task("2020-01-01", "2025-10-31"), EVERYTHING))
                .contains("plan.time_range");
        assertThat(stoppedBy(
                        plan(GOOD.replace("2025-10-01..2025-10-31", "2026-01-01..2026-01-31")),
                        task("2026-01-01", "2026-01-31"),
                        EVERYTHING))
                .containsExactly("plan.time_range");
    }

    private static Access without(
            @org.jspecify.annotations.Nullable String metric, @org.jspecify.annotations.Nullable String dimension) {
        var metrics = new HashSet<>(EVERYTHING.metrics());
        metrics.removeIf(id -> id.value().equals(metric));
        var dimensions = new HashSet<>(EVERYTHING.dimensions());
        dimensions.removeIf(id -> id.value().equals(dimension));
        return new Access(metrics, dimensions, Set.of(), true);
    }

    private static final String TEMPLATE = """
        {"steps":[{"id":"s1","tool":"sales_db.sql","inputs":{"sql_template":"top_products.sql",
          "params":{"start":"2025-10-01","end":"2025-10-31","geo":["Delhi"],"top":5}}}],
         "outputs":{"table":"s1","narrative":true}}
        """;
    private static final TaskSpec PRODUCTS = TaskSpec.query(
                    List.of(new MetricId("gross_sales")),
                    new Period(
                            LocalDate.parse("2025-10-01"),
                            LocalDate.parse("2025-10-31"),
                            ZoneId.of("Asia/Kolkata"),
                            null,
                            null))
            .groupBy(List.of(new DimensionId("product")))
            .entities(Entities.of(GEO, List.of("Delhi")))
            .build();

    @Test
    void letsATemplatePassAsTheFetchThatItComesTo() {
        assertThat(guard.review(plan(TEMPLATE), PRODUCTS, EVERYTHING, DEMO)).allMatch(RuleVerdict::passed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plan.templates | top_products.sql | worst_products.sql",
                "plan.templates | '\"top\":5' | '\"top\":\"5\"'",
                "plan.templates | '\"top\":5' | '\"top\":0'",
                "plan.templates | '\"top\":5' | '\"most\":5'",
                "plan.templates | '\"start\":\"2025-10-01\",' | ''",
                "plan.templates | '[\"Delhi\"]' | '[\"Delhi or 1=1\"]'",
                "plan.templates | sales_db.sql | sales_db.query",
                "plan.tools_exist | sales_db.sql | sales_db.text",
                "plan.time_range | 2025-10-01 | 2025-09-01",
                "plan.nothing_dropped | '\"geo\":[\"Delhi\"],' | ''",
                "plan.nothing_dropped | '[\"Delhi\"]' | '[\"Goa\"]'",
                "plan.nothing_dropped | top_products | sales_by_campaign"
            })
    void stopsATemplateWithOneWordWrong(String rule, String part, String instead) {
        // Given
        assertThat(TEMPLATE).contains(part);

        // When, Then
        assertThat(stoppedBy(plan(TEMPLATE.replace(part, instead)), PRODUCTS, EVERYTHING))
                .contains(rule);
    }

    @Test
    void stopsATemplateOverAMetricThatIsClosed() {
        // Given
        var open = new HashSet<>(EVERYTHING.metrics());
        open.remove(new MetricId("refunds"));
        var access = new Access(open, EVERYTHING.dimensions(), Set.of(), true);

        // When, Then
        assertThat(stoppedBy(plan(TEMPLATE), PRODUCTS, access)).contains("plan.access");
    }
}
