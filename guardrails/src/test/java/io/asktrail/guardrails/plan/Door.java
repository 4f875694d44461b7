package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.ToolId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.tool.ToolDefinition;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The second door in November 2025, with tasks and plans of October written short. */
final class Door {
    static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    static final Access EVERYTHING =
            new Access(DEMO.metrics().keySet(), DEMO.dimensions().keySet(), Set.of(), true);
    static final String OCTOBER = "2025-10-01..2025-10-31";
    static final String SEPTEMBER = "2025-09-01..2025-09-30";

    private static final PlanGuard GUARD =
            new PlanGuard(Clock.fixed(Instant.parse("2025-11-03T06:00:00Z"), ZoneOffset.UTC));
    private static final JsonMapper JSON = JsonMapper.shared();

    private Door() {}

    static TaskSpec.Builder task(String metrics, String groupBy) {
        return TaskSpec.query(words(metrics).stream().map(MetricId::new).toList(), october(null))
                .groupBy(words(groupBy).stream().map(DimensionId::new).toList());
    }

    static Period october(@Nullable Grain grain) {
        return new Period(
                LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31), ZoneId.of("Asia/Kolkata"), null, grain);
    }

    static Comparison september() {
        return new Comparison(Comparison.Kind.PREVIOUS_PERIOD, LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 30));
    }

    static Filter above(String metric, String number) {
        return new Filter(new FieldId(metric), Operator.GT, new FilterValue.Numeric(new BigDecimal(number)));
    }

    static Filter isNot(String dimension, String value) {
        return new Filter(new FieldId(dimension), Operator.NE, new FilterValue.Text(value));
    }

    static Ordering descending(String field) {
        return new Ordering(new FieldId(field), Direction.DESC);
    }

    /** The last step is the answer's. */
    static Plan plan(String... steps) {
        var last = JSON.readTree(steps[steps.length - 1]).get("id").asString();
        return JSON.readValue(
                "{\"steps\":[%s],\"outputs\":{\"table\":\"%s\",\"narrative\":true}}"
                        .formatted(String.join(",", steps), last),
                Plan.class);
    }

    /** @param more further inputs, with single quotes for double ones */
    static String sales(String id, String metrics, String groupBy, String... more) {
        return fetch(id, "sales_db.query", OCTOBER, metrics, groupBy, more);
    }

    /** Ads by campaign. */
    static String campaigns(String id, String metrics, String groupBy, String... more) {
        return fetch(id, "amazon_ads_api.get_campaign_metrics", OCTOBER, metrics, groupBy, more);
    }

    /** Ads by product. */
    static String products(String id, String metrics, String groupBy, String... more) {
        return fetch(id, "amazon_ads_api.get_product_metrics", OCTOBER, metrics, groupBy, more);
    }

    static String fetch(String id, String tool, String days, String metrics, String groupBy, String... more) {
        return step(
                id,
                tool,
                "'metrics':%s,'group_by':%s,'date_range':'%s','tz':'Asia/Kolkata'"
                        .formatted(list(metrics), list(groupBy), days),
                more);
    }

    /** Arithmetic on one step. */
    static String calc(String id, String left, String select, String... more) {
        return step(id, "compute.aggregate", "'left':'%s','select':%s".formatted(left, list(select)), more);
    }

    static String join(String id, String left, String right, String keys, String select, String... more) {
        return step(
                id,
                "compute.aggregate",
                "'left':'%s','right':'%s','join_keys':%s,'select':%s".formatted(left, right, list(keys), list(select)),
                more);
    }

    static String compare(String id, String current, String previous, String keys, String metrics, String... more) {
        return step(
                id,
                "compute.compare",
                "'current':'%s','previous':'%s','keys':%s,'compared':%s"
                        .formatted(current, previous, list(keys), list(metrics)),
                more);
    }

    static String order(String... fields) {
        return Arrays.stream(fields)
                .map("{'field':'%s','direction':'desc'}"::formatted)
                .collect(Collectors.joining(",", "'order_by':[", "]"));
    }

    private static String step(String id, String tool, String inputs, String... more) {
        var all = more.length == 0 ? inputs : inputs + "," + String.join(",", more);
        return "{'id':'%s','tool':'%s','inputs':{%s}}".formatted(id, tool, all).replace('\'', '"');
    }

    private static String list(String words) {
        return words(words).stream().map("'%s'"::formatted).collect(Collectors.joining(",", "[", "]"));
    }

    private static List<String> words(String words) {
        return words.isBlank() ? List.of() : List.of(words.split(" "));
    }

    /** The rules that stop a plan, with what they say. */
    static List<String> objections(Plan plan, TaskSpec task) {
        return objections(plan, task, DEMO);
    }

    static List<String> objections(Plan plan, TaskSpec task, Registry registry) {
        return objections(plan, task, EVERYTHING, registry);
    }

    static List<String> objections(Plan plan, TaskSpec task, Access access, Registry registry) {
        return GUARD.review(plan, task, access, registry).stream()
                .filter(verdict -> !verdict.passed())
                .map(verdict -> verdict.rule() + ": " + verdict.reason())
                .toList();
    }

    /** The demo's registry with another limit, or other keys to join on, of a tool. */
    static Registry with(String tool, UnaryOperator<ToolDefinition> change) {
        var tools = new TreeMap<>(DEMO.tools());
        tools.computeIfPresent(new ToolId(tool), (_, found) -> change.apply(found));
        return new Registry(
                "changed",
                DEMO.metrics(),
                DEMO.dimensions(),
                DEMO.tables(),
                tools,
                DEMO.templates(),
                DEMO.policies(),
                DEMO.calendar());
    }

    static ToolDefinition joinedOn(ToolDefinition tool, String... keys) {
        return new ToolDefinition(
                tool.id(),
                tool.kind(),
                tool.agent(),
                tool.purpose(),
                tool.connectionRef(),
                tool.auth(),
                tool.quotas(),
                tool.latencyHintMs(),
                tool.retries(),
                tool.cacheSeconds(),
                tool.rls(),
                Arrays.stream(keys).map(DimensionId::new).toList(),
                tool.observabilityTags(),
                tool.freshness(),
                tool.capabilities());
    }
}
