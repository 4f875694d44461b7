package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.agent.DataAgent.RowsRequest;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Operator;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Consent;
import io.asktrail.registry.policy.PolicyDefinition;
import io.asktrail.registry.policy.PolicyDefinition.Allowance;
import io.asktrail.registry.policy.PolicyDefinition.Pii;
import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.ColumnName;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.schema.TableId;
import io.asktrail.registry.tool.ToolDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Streams over a real PostgreSQL, against SQL written by hand. */
class RowStreamsTest {
    private static final Caller EVERYWHERE = analyst("*");
    private static final Duration TIME = Duration.ofSeconds(20);

    @Test
    void givesTheGroupsThatAnAnswerWouldCut() throws Exception {
        // Given an agent whose answers have three rows at most
        var request = new SampleFetch("shop_db.lines", "gross_sales")
                .by("city", "product")
                .order("city", Direction.ASC);

        // When
        var lines = lines(agent(policy(null, null), 3, null), EVERYWHERE, groups(request));

        // Then
        assertThat(rows(lines)).isEqualTo(SampleTables.byHand("""
            select l.city, p.sku, p.product_name, sum(l.amount) filter (where l.status <> 'Cancelled')
            from shop.lines l
            left join shop.products p on p.sku = l.sku
            where (l.ordered_at at time zone 'Asia/Kolkata')::date between '2025-10-01' and '2025-10-31'
            group by 1, 2, 3 order by 1 nulls last, 2 nulls last, 3 nulls last\
            """));
        assertThat(end(lines).path("truncated").asBoolean()).isFalse();
        assertThat(end(lines).path("query").asString()).contains("shop");
    }

    @Test
    void givesSingleRowsOfThePeriodInOneOrder() throws Exception {
        // When
        var lines =
                lines(agent(policy(null, null), 3, null), EVERYWHERE, single(new SampleFetch("shop_db.lines", "x")));

        // Then
        assertThat(columns(lines))
                .containsExactly(
                        "order_id", "sku", "ordered_at", "geo", "city", "status", "quantity", "amount", "gift");
        assertThat(cells(lines, "order_id", "amount")).containsExactlyInAnyOrderElementsOf(SampleTables.byHand("""
            select order_id, amount from shop.lines
            where (ordered_at at time zone 'Asia/Kolkata')::date between '2025-10-01' and '2025-10-31'\
            """));
        assertThat(lines.getFirst().path("columns").toString())
                .contains("{\"id\":\"amount\",\"label\":\"Amount\",\"type\":\"number\",\"unit\":\"INR\"}");
    }

    @Test
    void keepsConditionsAndTheCallersRegions() throws Exception {
        // Given
        var delhi = new SampleFetch("shop_db.lines", "x")
                .where("city", Operator.NE, "Kochi")
                .keep("product", "A");

        // When
        var lines = lines(agent(policy(null, null), 3, null), analyst("Delhi"), single(delhi));

        // Then
        var expected = SampleTables.byHand("""
            select order_id, geo, city, sku from shop.lines
            where (ordered_at at time zone 'Asia/Kolkata')::date between '2025-10-01' and '2025-10-31'
            and geo = 'Delhi' and city <> 'Kochi' and sku = 'A'\
            """);
        assertThat(cells(lines, "order_id", "geo", "city", "sku")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void givesNobodyRowsWhoseTokenOpensNone() throws Exception {
        // Given
        var nowhere = new Caller("asha", List.of(Role.ANALYST), List.of(), List.of(), List.of());

        // When
        var lines = lines(agent(policy(null, null), 3, null), nowhere, single(new SampleFetch("shop_db.lines", "x")));

        // Then
        assertThat(rows(lines)).isEmpty();
    }

    @Test
    void hidesPersonalDataBeforeTheyLeaveTheDatabase() throws Exception {
        // When
        var lines = lines(
                agent(policy(null, Pii.MASK), 3, null), EVERYWHERE, single(new SampleFetch("shop_db.lines", "x")));

        // Then
        assertThat(cells(lines, "city")).isNotEmpty().allMatch(List.of("[hidden]")::equals);
        assertThat(end(lines).path("query").asString())
                .doesNotContain("\"city\" from")
                .contains("'[hidden]'");
    }

    @Test
    void leavesOutColumnsThatTheRoleMayNotSee() throws Exception {
        // Given the amount closed as a column, and the margin as a metric
        var closed = policy("shop.lines.amount", null);

        // When
        var lines = lines(agent(closed, 3, null), EVERYWHERE, single(new SampleFetch("shop_db.lines", "x")));

        // Then
        assertThat(columns(lines)).contains("quantity").doesNotContain("amount");
    }

    @Test
    void refusesSingleRowsThatNoPolicyOpens() {
        // Given
        var without = new PolicyDefinition(Role.ANALYST, all(), all(), List.of());

        // When / Then
        assertRefused(
                () -> agent(without, 3, null)
                        .rows(SampleReader.call(EVERYWHERE, TIME), single(new SampleFetch("shop_db.lines", "x"))),
                ErrorCode.FORBIDDEN);
    }

    @Test
    void refusesWhatOnlyGroupsHave() {
        var agent = agent(policy(null, null), 3, null);
        assertRefused(
                () -> agent.rows(
                        SampleReader.call(EVERYWHERE, TIME),
                        new RowsRequest(
                                new SampleFetch("shop_db.lines", "orders")
                                        .request()
                                        .tool(),
                                new SampleFetch("shop_db.lines", "orders")
                                        .request()
                                        .inputs(),
                                true)),
                ErrorCode.MALFORMED_REQUEST);
        assertRefused(
                () -> agent.rows(
                        SampleReader.call(EVERYWHERE, TIME),
                        single(new SampleFetch("shop_db.lines", "x").where("orders", Operator.GT, "1"))),
                ErrorCode.MALFORMED_REQUEST);
    }

    @Test
    void saysWhereTheQuotaCut() throws Exception {
        // When
        var lines = lines(agent(policy(null, null), 3, 10), EVERYWHERE, single(new SampleFetch("shop_db.lines", "x")));

        // Then
        assertThat(rows(lines)).hasSize(10);
        assertThat(end(lines).path("rows").asInt()).isEqualTo(10);
        assertThat(end(lines).path("truncated").asBoolean()).isTrue();
    }

    @Test
    void stopsTheQueryOnceNobodyReads() throws Exception {
        // Given a stream that was left after its first bytes
        try (var stream = agent(policy(null, null), 3, null)
                .rows(
                        SampleReader.call(EVERYWHERE, TIME),
                        single(new SampleFetch("shop_db.lines", "x").over("2025-01-01..2025-12-31")))) {
            stream.readNBytes(10);
        }

        // When, Then its connection is free again: as many more streams as there are connections come to their end
        for (var i = 0; i < 10; i++) {
            var lines = lines(
                    agent(policy(null, null), 3, null), EVERYWHERE, single(new SampleFetch("shop_db.lines", "x")));
            assertThat(end(lines).path("line").asString()).isEqualTo("end");
        }
    }

    @Test
    void endsInALineThatSaysWhatWentWrong() throws Exception {
        // When its time is over already
        var stream = agent(policy(null, null), 3, null)
                .rows(SampleReader.call(EVERYWHERE, Duration.ZERO), single(new SampleFetch("shop_db.lines", "x")));

        // Then
        var last = parsed(stream).getLast();
        assertThat(last.path("line").asString()).isEqualTo("failed");
        assertThat(last.path("code").asString()).isEqualTo("DEADLINE_PASSED");
    }

    private static RowsRequest single(SampleFetch fetch) {
        var inputs = fetch.request().inputs();
        return new RowsRequest(
                fetch.request().tool(),
                new StepInputs.Fetch(
                        List.of(),
                        List.of(),
                        null,
                        inputs.dateRange(),
                        inputs.tz(),
                        inputs.entities(),
                        inputs.filters(),
                        List.of(),
                        inputs.limit()),
                true);
    }

    private static RowsRequest groups(SampleFetch fetch) {
        return new RowsRequest(fetch.request().tool(), fetch.request().inputs(), false);
    }

    private static List<JsonNode> lines(TableReader agent, Caller caller, RowsRequest request) throws IOException {
        return parsed(agent.rows(SampleReader.call(caller, TIME), request));
    }

    private static List<JsonNode> parsed(InputStream stream) throws IOException {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JsonMapper.shared()::readTree)
                    .toList();
        }
    }

    private static List<String> columns(List<JsonNode> lines) {
        return lines.getFirst()
                .path("columns")
                .valueStream()
                .map(column -> column.path("id").asString())
                .toList();
    }

    private static JsonNode end(List<JsonNode> lines) {
        return lines.getLast();
    }

    private static List<List<String>> rows(List<JsonNode> lines) {
        return cells(lines, columns(lines).toArray(String[]::new));
    }

    private static List<List<String>> cells(List<JsonNode> lines, String... ids) {
        var columns = columns(lines);
        var rows = new ArrayList<List<String>>();
        for (var line : lines) {
            if (line.isArray()) {
                var row = new ArrayList<String>();
                for (var id : ids) {
                    var cell = line.get(columns.indexOf(id));
                    row.add(SampleTables.text(
                            cell.isNull() ? null : cell.isNumber() ? cell.decimalValue() : cell.asString()));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static Caller analyst(String region) {
        return new Caller("asha", List.of(Role.ANALYST), List.of(region), List.of(), List.of());
    }

    private static <T> Allowance<T> all() {
        return new Allowance<>(true, List.of(), List.of());
    }

    private static PolicyDefinition policy(@Nullable String closedColumn, @Nullable Pii pii) {
        return new PolicyDefinition(
                Role.ANALYST,
                all(),
                all(),
                closedColumn == null ? null : new Allowance<>(true, List.of(), List.of(new ColumnName(closedColumn))),
                pii == null ? Pii.ALLOW : pii,
                List.of(Consent.RAW_ROWS),
                List.of(),
                List.of(SampleRegistry.LINES));
    }

    private static TableReader agent(PolicyDefinition policy, int answerRows, @Nullable Integer fileRows) {
        var registry = registry(policy, answerRows, fileRows);
        return TableReader.open(
                new ServedTools(ToolDefinition.Agent.SALES, Set.of(ToolDefinition.Kind.SQL)),
                () -> registry,
                SampleTables.connections(),
                SampleReader.CLOCK);
    }

    /** The sample registry under one policy, with the city as an address and quotas of its own. */
    private static Registry registry(PolicyDefinition policy, int answerRows, @Nullable Integer fileRows) {
        var sample = SampleRegistry.make(answerRows);
        var tables = new TreeMap<TableId, TableDefinition>(sample.tables());
        var lines = sample.table(SampleRegistry.LINES);
        Predicate<ColumnDefinition> isCity = column -> column.name().equals("city");
        tables.put(
                lines.id(),
                new TableDefinition(
                        lines.id(),
                        lines.connection(),
                        lines.title(),
                        lines.grain(),
                        lines.dateColumn(),
                        lines.retentionDays(),
                        lines.columns().stream()
                                .map(column -> isCity.test(column)
                                        ? new ColumnDefinition(
                                                "city", column.type(), null, ColumnDefinition.Pii.ADDRESS)
                                        : column)
                                .toList(),
                        lines.foreignKeys(),
                        lines.rowFilters(),
                        lines.settling(),
                        lines.coveredBy()));
        var tools = new TreeMap<>(sample.tools());
        tools.replaceAll((_, tool) -> new ToolDefinition(
                tool.id(),
                tool.kind(),
                tool.agent(),
                tool.purpose(),
                tool.connectionRef(),
                tool.auth(),
                new ToolDefinition.Quotas(600, 20, answerRows, fileRows, null),
                tool.latencyHintMs(),
                tool.retries(),
                tool.cacheSeconds(),
                tool.rls(),
                tool.joinKeys(),
                tool.observabilityTags(),
                tool.freshness(),
                tool.capabilities()));
        return new Registry(
                "streams", sample.metrics(), sample.dimensions(), tables, tools, List.of(policy), sample.calendar());
    }
}
