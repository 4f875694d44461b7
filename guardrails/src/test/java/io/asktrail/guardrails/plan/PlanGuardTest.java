package io.asktrail.guardrails.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.ToolId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.Scope;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.schema.TableId;
import io.asktrail.registry.tool.ToolDefinition;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
                .limit(100)
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
                .hasSize(21)
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
                "plan.conditions | '\"entities\":{\"geo\":[\"Delhi\"]}' | '\"entities\":{}'",
                "plan.nothing_dropped | '[\"spend\",\"tacos\"]' | '[\"spend\"]'",
                "plan.conditions | '\"tz\":\"Asia/Kolkata\",\n"
                        + "   \"entities\":{\"geo\":[\"Delhi\"]}}},\n"
                        + " {\"id\":\"sales1\"' | '\"tz\":\"Asia/Kolkata\"}},\n"
                        + " {\"id\":\"sales1\"'",
                "plan.grain | '\"tz\":\"Asia/Kolkata\"' | '\"tz\":\"UTC\"'",
                "plan.grain | '\"date_range\"' | '\"grain\":\"day\",\"date_range\"'",
                "plan.units | tacos=spend/net_sales | tacos=spend+orders",
                "plan.units | '\"select\":' |"
                        + " '\"filters\":[{\"field\":\"tacos\",\"op\":\">\",\"value\":40}],\"select\":'",
                "plan.units | '\"select\":' |"
                        + " '\"filters\":[{\"field\":\"tacos\",\"op\":\"=\",\"value\":\"x\"}],\"select\":'",
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
    void aNumberThatIsWorkedOutFromAClosedOneIsClosed() {
        assertThat(stoppedBy(plan(GOOD), OCTOBER, without("refunds", null))).containsExactly("plan.access");
        assertThat(stoppedBy(plan(GOOD), OCTOBER, without("net_sales", null))).containsExactly("plan.access");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"select\":' | '\"filters\":[{\"field\":\"roas\",\"op\":\">\",\"value\":1}],\"select\":'",
                "'\"select\":' | '\"order_by\":[{\"field\":\"roas\",\"direction\":\"desc\"}],\"select\":'",
                "'\"select\":' | '\"calculations\":[{\"kind\":\"rank\",\"metric\":\"roas\"}],\"select\":'",
                "'[\"spend\",\"tacos\"]' | '[\"spend\",\"tacos\",\"roas\"]'",
                "'[\"net_sales=' | '[\"roas=revenue/spend\",\"net_sales='",
                "'\"metrics\":[\"spend\"]' | '\"metrics\":[\"spend\",\"roas\"]'",
                "'\"metrics\":[\"spend\"]' | '\"filters\":[{\"field\":\"roas\",\"op\":\">\",\"value\":1}],"
                        + "\"metrics\":[\"spend\"]'",
                "'\"metrics\":[\"spend\"]' | '\"order_by\":[{\"field\":\"roas\",\"direction\":\"asc\"}],"
                        + "\"metrics\":[\"spend\"]'"
            })
    void aClosedMetricStandsNowhereInAPlan(String part, String instead) {
        // Given
        assertThat(GOOD).contains(part);
        var plan = plan(GOOD.replace(part, instead));

        // Then
        assertThat(stoppedBy(plan, OCTOBER, without("roas", null))).contains("plan.access");
        assertThat(stoppedBy(plan, OCTOBER, EVERYTHING)).doesNotContain("plan.access");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"entities\":{' | '\"entities\":{\"brand\":[\"Aara\"],'",
                "'\"metrics\":[\"spend\"]' | '\"filters\":[{\"field\":\"brand\",\"op\":\"!=\",\"value\":\"x\"}],"
                        + "\"metrics\":[\"spend\"]'",
                "'\"metrics\":[\"spend\"]' | '\"order_by\":[{\"field\":\"brand\",\"direction\":\"asc\"}],"
                        + "\"metrics\":[\"spend\"]'",
                "'\"select\":' | '\"order_by\":[{\"field\":\"brand\",\"direction\":\"desc\"}],\"select\":'"
            })
    void nobodyPicksOrOrdersRowsByWhatIsMasked(String part, String instead) {
        // Given
        assertThat(GOOD).contains(part);
        var masked = new Access(
                EVERYTHING.metrics(), EVERYTHING.dimensions(), Set.of(), true, false, Set.of(new DimensionId("brand")));

        // Then
        var plan = plan(GOOD.replace(part, instead));
        assertThat(stoppedBy(plan, OCTOBER, masked)).contains("plan.access");
        assertThat(stoppedBy(plan, OCTOBER, EVERYTHING)).doesNotContain("plan.access");
        assertThat(stoppedBy(plan(GOOD), OCTOBER, masked)).isEmpty();
    }

    static Stream<Arguments> tasksThatNameRoas() {
        var roas = new MetricId("roas");
        return Stream.of(
                arguments(
                        "metrics",
                        OCTOBER.toBuilder()
                                .metrics(List.of(new MetricId("spend"), roas))
                                .build()),
                arguments(
                        "filters",
                        OCTOBER.toBuilder()
                                .filters(List.of(new Filter(new FieldId("roas"), Operator.GT, number("1"))))
                                .build()),
                arguments(
                        "order_by",
                        OCTOBER.toBuilder()
                                .orderBy(List.of(new Ordering(new FieldId("roas"), Direction.ASC)))
                                .build()),
                arguments(
                        "calculations",
                        OCTOBER.toBuilder()
                                .calculations(List.of(Calculation.of(Calculation.Kind.RANK, roas)))
                                .build()),
                arguments(
                        "scopes",
                        OCTOBER.toBuilder()
                                .scopes(List.of(new Scope(List.of(roas), Entities.of(GEO, List.of("Delhi")))))
                                .build()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tasksThatNameRoas")
    void aClosedMetricStandsNowhereInATask(String where, TaskSpec task) {
        assertThat(stoppedBy(plan(GOOD), task, without("roas", null))).as(where).contains("plan.access");
        assertThat(stoppedBy(plan(GOOD), task, without("revenue", null)))
                .as(where)
                .contains("plan.access");
        assertThat(stoppedBy(plan(GOOD), task, EVERYTHING)).as(where).doesNotContain("plan.access");
    }

    static Stream<Arguments> tasksThatNameBrand() {
        var brand = new DimensionId("brand");
        return Stream.of(
                arguments(
                        "group_by",
                        OCTOBER.toBuilder().groupBy(List.of(CATEGORY, brand)).build()),
                arguments(
                        "entities",
                        OCTOBER.toBuilder()
                                .entities(Entities.of(brand, List.of("x")))
                                .build()),
                arguments(
                        "filters",
                        OCTOBER.toBuilder()
                                .filters(List.of(new Filter(new FieldId("brand"), Operator.IS_NULL, null)))
                                .build()),
                arguments(
                        "order_by",
                        OCTOBER.toBuilder()
                                .orderBy(List.of(new Ordering(new FieldId("brand"), Direction.ASC)))
                                .build()),
                arguments(
                        "count",
                        OCTOBER.toBuilder()
                                .calculations(List.of(new Calculation(Calculation.Kind.COUNT, null, null, brand, null)))
                                .build()),
                arguments(
                        "scopes",
                        OCTOBER.toBuilder()
                                .scopes(List.of(
                                        new Scope(List.of(new MetricId("spend")), Entities.of(brand, List.of("x")))))
                                .build()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tasksThatNameBrand")
    void aClosedDimensionStandsNowhereInATask(String where, TaskSpec task) {
        assertThat(stoppedBy(plan(GOOD), task, without(null, "brand")))
                .as(where)
                .contains("plan.access");
        assertThat(stoppedBy(plan(GOOD), task, EVERYTHING)).as(where).doesNotContain("plan.access");
    }

    private static FilterValue number(String digits) {
        return new FilterValue.Numeric(new BigDecimal(digits));
    }

    @Test
    void stopsRowsThatNothingNarrowsForACallerOfOneRegion() {
        // Given
        var delhi = new Access(EVERYTHING.metrics(), EVERYTHING.dimensions(), Set.of("Delhi"), false);

        // Then
        assertThat(stoppedBy(plan(GOOD), OCTOBER, delhi)).isEmpty();
        assertThat(stoppedUnder(withoutFilters("sales.order_lines"), plan(GOOD), OCTOBER, delhi))
                .containsExactly("plan.row_filters");
        assertThat(stoppedUnder(withoutFilters("sales.order_lines"), plan(GOOD), OCTOBER, EVERYTHING))
                .isEmpty();
    }

    private List<String> stoppedUnder(Registry registry, Plan plan, TaskSpec task, Access access) {
        return guard.review(plan, task, access, registry).stream()
                .filter(verdict -> !verdict.passed())
                .map(RuleVerdict::rule)
                .toList();
    }

    private static Registry withoutFilters(String table) {
        var open = DEMO.table(new TableId(table));
        var tables = new TreeMap<>(DEMO.tables());
        tables.put(
                open.id(),
                new TableDefinition(
                        open.id(),
                        open.connection(),
                        open.title(),
                        open.grain(),
                        open.dateColumn(),
                        open.retentionDays(),
                        open.columns(),
                        open.foreignKeys(),
                        List.of(),
                        open.settling(),
                        open.coveredBy()));
        return new Registry(
                "open",
                DEMO.metrics(),
                DEMO.dimensions(),
                tables,
                DEMO.tools(),
                DEMO.templates(),
                DEMO.policies(),
                DEMO.calendar());
    }

    private static Registry withSales(int burst, int latency) {
        var id = new ToolId("sales_db");
        var tool = DEMO.tool(id);
        var tools = new TreeMap<>(DEMO.tools());
        tools.put(
                id,
                new ToolDefinition(
                        id,
                        tool.kind(),
                        tool.agent(),
                        tool.purpose(),
                        tool.connectionRef(),
                        tool.auth(),
                        new ToolDefinition.Quotas(600, burst, 200_000),
                        latency,
                        tool.retries(),
                        tool.cacheSeconds(),
                        tool.rls(),
                        tool.joinKeys(),
                        tool.observabilityTags(),
                        tool.freshness(),
                        tool.capabilities()));
        return new Registry(
                "slow", DEMO.metrics(), DEMO.dimensions(), DEMO.tables(), tools, DEMO.policies(), DEMO.calendar());
    }

    @Test
    void stopsMoreCallsThanAToolTakesAtOnce() {
        assertThat(stoppedUnder(withSales(1, 120), plan(GOOD), OCTOBER, EVERYTHING))
                .isEmpty();
        assertThat(stoppedUnder(withSales(0, 120), plan(GOOD), OCTOBER, EVERYTHING))
                .containsExactly("plan.quota");
    }

    @Test
    void stopsWhatWouldTakeLongerThanAQuestionMay() {
        // The joining step takes 5 ms by its own hint.
        assertThat(stoppedUnder(withSales(60, 19_995), plan(GOOD), OCTOBER, EVERYTHING))
                .isEmpty();
        assertThat(stoppedUnder(withSales(60, 19_996), plan(GOOD), OCTOBER, EVERYTHING))
                .containsExactly("plan.cost");
    }

    @Test
    void stopsWhatWouldReadMoreDaysThanAQuestionMay() {
        // Given: 1,096 days a step; with the join's two, ten of them are 10,960 and eleven 12,056.
        var task = task("2022-11-01", "2025-10-31");
        var ten = manySteps(10);
        var eleven = manySteps(11);

        // Then
        assertThat(stoppedBy(plan(ten), task, EVERYTHING)).doesNotContain("plan.cost");
        assertThat(stoppedBy(plan(eleven), task, EVERYTHING)).contains("plan.cost");
    }

    private static String manySteps(int fetches) {
        var json = GOOD.replace("2025-10-01..2025-10-31", "2022-11-01..2025-10-31");
        var ads = json.substring(json.indexOf("{\"id\":\"ads1\""), json.indexOf("{\"id\":\"sales1\""));
        var more = new StringBuilder();
        for (var i = 2; i < fetches; i++) {
            more.append(ads.replace("ads1", "ads" + i));
        }
        return json.replace("{\"id\":\"ads1\"", more + "{\"id\":\"ads1\"");
    }

    @Test
    void keepsStepsCountedAndRowsBounded() {
        assertThat(stoppedBy(plan(manySteps(31)), OCTOBER, EVERYTHING)).doesNotContain("plan.size");
        assertThat(stoppedBy(plan(manySteps(32)), OCTOBER, EVERYTHING)).contains("plan.size");
        assertThat(stoppedBy(
                        plan(GOOD.replace("\"limit\":100", "\"limit\":200000")),
                        OCTOBER.toBuilder().limit(200_000).build(),
                        EVERYTHING))
                .isEmpty();
        assertThat(stoppedBy(plan(GOOD.replace("\"limit\":100", "\"limit\":200001")), OCTOBER, EVERYTHING))
                .contains("plan.size");
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
            .limit(5)
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
                "plan.conditions | '\"geo\":[\"Delhi\"],' | ''",
                "plan.conditions | '[\"Delhi\"]' | '[\"Goa\"]'",
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
