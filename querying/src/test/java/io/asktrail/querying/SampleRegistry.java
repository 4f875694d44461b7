package io.asktrail.querying;

import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.ToolId;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import io.asktrail.registry.Names;
import io.asktrail.registry.Registry;
import io.asktrail.registry.Unit;
import io.asktrail.registry.calendar.BusinessCalendar;
import io.asktrail.registry.calendar.CalendarDefinition;
import io.asktrail.registry.dimension.Binding;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.metric.Aggregate;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.GoodDirection;
import io.asktrail.registry.metric.Measure;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.metric.Percentile;
import io.asktrail.registry.metric.Rounding;
import io.asktrail.registry.metric.Window;
import io.asktrail.registry.policy.PolicyDefinition;
import io.asktrail.registry.policy.PolicyDefinition.Allowance;
import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.ForeignKey;
import io.asktrail.registry.schema.RowCondition;
import io.asktrail.registry.schema.RowFilter;
import io.asktrail.registry.schema.Settling;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.schema.TableId;
import io.asktrail.registry.tool.Capability;
import io.asktrail.registry.tool.ToolDefinition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small registry over the tables of {@link SampleTables}: an ads store and a shop. */
public final class SampleRegistry {
    static final TableId CAMPAIGNS = new TableId("ads.campaigns");
    static final TableId CAMPAIGN_DAILY = new TableId("ads.campaign_daily");
    static final TableId PRODUCTS = new TableId("shop.products");
    static final TableId LINES = new TableId("shop.lines");
    /** Of a schema that nobody keeps account of. */
    public static final TableId EVENTS = new TableId("bare.events");

    private SampleRegistry() {}

    public static Registry make(int maxResultRows) {
        return new Registry(
                "sample",
                byKey(metrics(), MetricDefinition::id),
                byKey(dimensions(), DimensionDefinition::id),
                byKey(tables(), TableDefinition::id),
                byKey(tools(maxResultRows), ToolDefinition::id),
                policies(),
                new BusinessCalendar(new CalendarDefinition(
                        ZoneId.of("Asia/Kolkata"), DayOfWeek.MONDAY, Month.APRIL, 28, List.of())));
    }

    /** The same with tools that say their source closes rows itself. */
    public static Registry withRowPolicies(Registry registry) {
        var tools = new TreeMap<>(registry.tools());
        tools.replaceAll((_, tool) -> new ToolDefinition(
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
                true,
                tool.joinKeys(),
                tool.observabilityTags(),
                tool.freshness(),
                tool.capabilities()));
        return new Registry(
                registry.version(),
                registry.metrics(),
                registry.dimensions(),
                registry.tables(),
                tools,
                policies(),
                registry.calendar());
    }

    private static Stream<MetricDefinition> metrics() {
        return Stream.of(
                money("spend", "Ad spend", measure(CAMPAIGN_DAILY, Aggregate.SUM, "cost")),
                count("clicks", "Clicks", Additivity.ADDITIVE, measure(CAMPAIGN_DAILY, Aggregate.SUM, "clicks")),
                money(
                        "gross_sales",
                        "Gross sales",
                        measure(
                                LINES,
                                Aggregate.SUM,
                                "amount",
                                new RowCondition("status", Operator.NE, text("Cancelled")))),
                money(
                        "refunds",
                        "Refunds",
                        measure(
                                LINES,
                                Aggregate.SUM,
                                "amount",
                                new RowCondition("status", Operator.EQ, text("Returned")))),
                money("secret_margin", "Secret margin", measure(LINES, Aggregate.SUM, "amount")),
                count(
                        "orders",
                        "Orders",
                        Additivity.NON_ADDITIVE,
                        measure(LINES, Aggregate.COUNT_DISTINCT, "order_id")),
                count("line_count", "Lines", Additivity.ADDITIVE, measure(LINES, Aggregate.COUNT, null)),
                count(
                        "biggest",
                        "Biggest quantity",
                        Additivity.NON_ADDITIVE,
                        measure(LINES, Aggregate.MAX, "quantity")),
                money("event_amount", "Event amount", measure(EVENTS, Aggregate.SUM, "amount")),
                count("event_count", "Events", Additivity.ADDITIVE, measure(EVENTS, Aggregate.COUNT, null)),
                lifetime(),
                percentile("median_order", "Median order", "0.5", null),
                percentile("p90_order", "90th percentile of orders", "0.9", null),
                percentile("median_order_less_pieces", "Median order less pieces", "0.5", "quantity"));
    }

    private static MetricDefinition percentile(String id, String label, String p, @Nullable String less) {
        var measure = new Measure(
                LINES,
                Aggregate.PERCENTILE,
                "amount",
                List.of(new RowCondition("status", Operator.NE, text("Cancelled"))),
                new Percentile(new BigDecimal(p), "order_id", less));
        return metric(
                id,
                label,
                new Unit.Money(Currency.getInstance("INR")),
                Additivity.NON_ADDITIVE,
                new Derivation.Measured(List.of(measure), Window.PERIOD));
    }

    private static MetricDefinition lifetime() {
        return metric(
                "sales_to_date",
                "Sales to date",
                new Unit.Money(Currency.getInstance("INR")),
                Additivity.ADDITIVE,
                new Derivation.Measured(List.of(measure(LINES, Aggregate.SUM, "amount")), Window.TO_DATE));
    }

    private static Stream<DimensionDefinition> dimensions() {
        return Stream.of(
                new DimensionDefinition(
                        new DimensionId("date"),
                        names("Date"),
                        DimensionDefinition.Kind.TIME,
                        "",
                        List.of(),
                        List.of(),
                        null,
                        false),
                dimension(
                        "geo",
                        new Binding(CAMPAIGNS, "geo", null, null, "national campaigns, aimed at no state"),
                        new Binding(LINES, "geo", null, null, null)),
                dimension("channel", new Binding(CAMPAIGNS, "channel", null, null, null)),
                dimension("campaign", new Binding(CAMPAIGNS, "campaign_name", "campaign_id", null, null)),
                dimension("city", new Binding(LINES, "city", null, null, null)),
                dimension("product", new Binding(PRODUCTS, "sku", null, "product_name", null)),
                dimension("event", new Binding(EVENTS, "event_id", null, null, null)),
                dimension("label", new Binding(EVENTS, "label", null, null, null)),
                dimension("gift", new Binding(LINES, "gift", null, null, null)),
                dimension("secret", new Binding(LINES, "status", null, null, null)));
    }

    private static Stream<TableDefinition> tables() {
        return Stream.of(
                new TableDefinition(
                        CAMPAIGNS,
                        "ads",
                        "Campaigns",
                        List.of("campaign_id"),
                        null,
                        null,
                        columns("campaign_id integer, campaign_name text, channel text, geo text"),
                        List.of(),
                        List.of(),
                        List.of(),
                        null),
                new TableDefinition(
                        CAMPAIGN_DAILY,
                        "ads",
                        "Amazon Ads, by campaign",
                        List.of("date", "campaign_id"),
                        "date",
                        null,
                        columns("date date, campaign_id integer, clicks integer, cost decimal"),
                        List.of(new ForeignKey("campaign_id", CAMPAIGNS, "campaign_id")),
                        regionFilter(),
                        List.of(new Settling(List.of("cost"), List.of(), 14)),
                        null),
                new TableDefinition(
                        PRODUCTS,
                        "shop",
                        "Products",
                        List.of("sku"),
                        null,
                        null,
                        columns("sku text, product_name text"),
                        List.of(),
                        List.of(),
                        List.of(),
                        null),
                new TableDefinition(
                        EVENTS,
                        "shop",
                        "Events",
                        List.of("event_id"),
                        "clock",
                        null,
                        columns("event_id integer, label text, clock timestamp, amount decimal"),
                        List.of(),
                        List.of(),
                        List.of(),
                        null),
                new TableDefinition(
                        LINES,
                        "shop",
                        "Order lines",
                        List.of("order_id", "sku"),
                        "ordered_at",
                        null,
                        columns("order_id text, sku text, ordered_at timestamptz, geo text, city text, status text,"
                                + " quantity integer, amount decimal, gift boolean"),
                        List.of(new ForeignKey("sku", PRODUCTS, "sku")),
                        regionFilter(),
                        List.of(),
                        null));
    }

    /** A table of nothing but columns, such as {@code event_id integer, label text}. */
    public static TableDefinition table(TableId id, String columns) {
        return new TableDefinition(
                id, "shop", "Sample", List.of(), null, null, columns(columns), List.of(), List.of(), List.of(), null);
    }

    private static List<RowFilter> regionFilter() {
        return List.of(new RowFilter(RowFilter.Claim.REGIONS, new DimensionId("geo")));
    }

    private static Stream<ToolDefinition> tools(int maxResultRows) {
        var ads = new Capability(
                "get_campaign_metrics",
                "",
                "fetch.json",
                "rows.json",
                CAMPAIGN_DAILY,
                metricIds("spend clicks"),
                dimensionIds("date channel campaign geo"),
                List.of("SP", "SB"),
                List.of(
                        new Capability.UsageNote(
                                null, List.of(), "attribution", "Sales within 14 days of a click.", Map.of()),
                        new Capability.UsageNote("SB", List.of(), "sb_split", "SB is split evenly.", Map.of())));
        var shop = new Capability(
                "lines",
                "",
                "fetch.json",
                "rows.json",
                LINES,
                metricIds("gross_sales refunds secret_margin orders line_count biggest sales_to_date"),
                dimensionIds("date geo city product gift secret"),
                List.of(),
                List.of());
        var orders = new Capability(
                "order_values",
                "",
                "fetch.json",
                "rows.json",
                LINES,
                metricIds("median_order p90_order median_order_less_pieces"),
                dimensionIds("date geo city product gift secret"),
                List.of(),
                List.of());
        var events = new Capability(
                "events",
                "",
                "fetch.json",
                "rows.json",
                EVENTS,
                metricIds("event_amount event_count"),
                dimensionIds("date event label"),
                List.of(),
                List.of());
        return Stream.of(
                tool("ads_store", ToolDefinition.Kind.API, ToolDefinition.Agent.ADS, "ads", maxResultRows, ads),
                tool(
                        "shop_db",
                        ToolDefinition.Kind.SQL,
                        ToolDefinition.Agent.SALES,
                        "shop",
                        maxResultRows,
                        shop,
                        orders,
                        events));
    }

    private static ToolDefinition tool(
            String id,
            ToolDefinition.Kind kind,
            ToolDefinition.Agent agent,
            String connection,
            int rows,
            Capability... can) {
        return new ToolDefinition(
                new ToolId(id),
                kind,
                agent,
                "",
                connection,
                null,
                new ToolDefinition.Quotas(600, 20, rows),
                20,
                new ToolDefinition.Retries(true, 2),
                null,
                false,
                List.of(),
                List.of(),
                null,
                List.of(can));
    }

    private static List<PolicyDefinition> policies() {
        return List.of(
                new PolicyDefinition(Role.ADMIN, everything(), everything(), List.of()),
                new PolicyDefinition(
                        Role.ANALYST,
                        new Allowance<>(true, List.of(), metricIds("secret_margin")),
                        new Allowance<>(true, List.of(), dimensionIds("secret")),
                        List.of()));
    }

    private static <T> Allowance<T> everything() {
        return new Allowance<>(true, List.of(), List.of());
    }

    private static List<MetricId> metricIds(String ids) {
        return Arrays.stream(ids.split(" ")).map(MetricId::new).toList();
    }

    private static List<DimensionId> dimensionIds(String ids) {
        return Arrays.stream(ids.split(" ")).map(DimensionId::new).toList();
    }

    private static List<ColumnDefinition> columns(String text) {
        return Arrays.stream(text.split(",\\s*"))
                .map(one -> one.split(" "))
                .map(parts -> new ColumnDefinition(
                        parts[0],
                        ColumnDefinition.Type.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT)),
                        null,
                        null))
                .toList();
    }

    private static Measure measure(TableId table, Aggregate aggregate, @Nullable String column, RowCondition... where) {
        return new Measure(table, aggregate, column, List.of(where));
    }

    private static MetricDefinition money(String id, String label, Measure measure) {
        return metric(
                id,
                label,
                new Unit.Money(Currency.getInstance("INR")),
                Additivity.ADDITIVE,
                new Derivation.Measured(List.of(measure), Window.PERIOD));
    }

    private static MetricDefinition count(String id, String label, Additivity additivity, Measure measure) {
        return metric(
                id, label, new Unit.Count(), additivity, new Derivation.Measured(List.of(measure), Window.PERIOD));
    }

    private static MetricDefinition metric(String id, String label, Unit unit, Additivity additivity, Derivation from) {
        return new MetricDefinition(
                new MetricId(id),
                names(label),
                unit,
                GoodDirection.UP,
                additivity,
                new Rounding(2, RoundingMode.HALF_UP),
                "",
                "tests",
                from);
    }

    private static DimensionDefinition dimension(String id, Binding... bindings) {
        return new DimensionDefinition(
                new DimensionId(id),
                names(id),
                DimensionDefinition.Kind.CATEGORY,
                "",
                List.of(bindings),
                List.of(),
                null,
                true);
    }

    private static Names names(String label) {
        return new Names(Map.of("en", label), Map.of());
    }

    private static FilterValue text(String text) {
        return new FilterValue.Text(text);
    }

    private static <K extends Comparable<K>, V> TreeMap<K, V> byKey(Stream<V> all, Function<V, K> key) {
        return all.collect(Collectors.toMap(key, Function.identity(), (one, _) -> one, TreeMap::new));
    }
}
