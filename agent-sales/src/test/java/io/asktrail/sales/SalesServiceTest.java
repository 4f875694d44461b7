package io.asktrail.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.agent.DataAgent.RowsRequest;
import io.asktrail.contracts.agent.DataAgent.ValueRequest;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.demo.DemoData;
import io.asktrail.demo.DemoSettings;
import io.asktrail.sales.orders.OrdersDatabase;
import io.asktrail.service.call.AgentClients;
import io.asktrail.service.token.KeyFile;
import io.asktrail.testkit.fetch.Fetches;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs alone, over the demo's warehouse, called as the orchestrator calls it. */
@SpringBootTest(
        classes = SalesService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "asktrail.service=agent-sales")
class SalesServiceTest {
    private static final double SMALL = 0.05;
    private static final String YEAR = "2025-01-01..2025-10-31";
    private static final OrdersDatabase WAREHOUSE = OrdersDatabase.empty();

    @TempDir
    static Path keys;

    private final SalesAgent agent;

    SalesServiceTest(@Autowired AgentClients clients, @LocalServerPort int port) {
        agent = clients.create(SalesAgent.class, "agent-sales", URI.create("http://127.0.0.1:" + port));
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) throws IOException {
        KeyFile.createIfAbsent(keys.resolve("agent-sales.key"));
        DemoData.into(WAREHOUSE::open, OrdersDatabase.empty()::open)
                .extend(new DemoSettings(DemoSettings.DEFAULT_SEED, SMALL, LocalDate.parse("2025-10-31")));
        properties.add("asktrail.internal.key-dir", () -> keys);
        properties.add("asktrail.connections.warehouse.url", WAREHOUSE::url);
        properties.add("asktrail.connections.warehouse.username", WAREHOUSE::user);
        properties.add("asktrail.connections.warehouse.password", WAREHOUSE::password);
    }

    @Test
    void streamsSingleRowsOfTheCallersRegionsOverHttp() throws Exception {
        // Given
        var inputs =
                Orders.query("orders", "", "2025-10-01..2025-10-31", Map.of()).inputs();
        var single = new StepInputs.Fetch(
                List.of(),
                List.of(),
                null,
                inputs.dateRange(),
                inputs.tz(),
                inputs.entities(),
                List.of(),
                List.of(),
                null);
        var request = new RowsRequest(ToolRef.parse("sales_db.query"), single, true);

        // When
        List<String> lines;
        try (var stream = agent.rows(Fetches.call("Delhi"), request)) {
            lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }

        // Then
        var ids = lines.subList(1, lines.size() - 1).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .map(row -> row.get(0).asString() + "|" + row.get(1).asString())
                .toList();
        assertThat(ids).isNotEmpty().containsExactlyElementsOf(WAREHOUSE.query("""
            select order_id || '|' || line_no from sales.order_lines
            where order_date between '2025-10-01' and '2025-10-31' and geo = 'Delhi' order by order_id, line_no\
            """));
        assertThat(lines.getFirst()).contains("\"line\":\"head\"").contains("\"customer_id\"");
        assertThat(lines.getLast()).contains("\"rows\":" + ids.size());
    }

    @Test
    void sumsAndCountsAsPlainSqlDoes() throws Exception {
        // When
        var rows = agent.fetch(
                Fetches.call("*"),
                Orders.query(
                        "gross_sales refunds orders units customers new_customers cogs cancelled_orders",
                        "geo sales_channel",
                        YEAR,
                        Map.of()));

        // Then
        assertThat(Fetches.texts(rows)).isNotEmpty().containsExactlyElementsOf(WAREHOUSE.query("""
            select geo, sales_channel, trim_scale(coalesce(sum(amount) filter (where kept), 0)),
                trim_scale(coalesce(sum(refund_amount) filter (where kept), 0)),
                count(distinct order_id) filter (where kept), coalesce(sum(quantity) filter (where kept), 0),
                count(distinct customer_id) filter (where kept),
                count(distinct customer_id) filter (where kept and customer_type = 'New'),
                trim_scale(coalesce(sum(cogs) filter (where kept), 0)),
                count(distinct order_id) filter (where not kept)
            from (select *, status <> 'Cancelled' as kept from sales.order_lines) l
            where order_date between '2025-01-01' and '2025-10-31' group by 1, 2 order by 1, 2\
            """));
    }

    @Test
    void takesPercentilesOfOrdersAsRanksInPlainSqlDo() throws Exception {
        // When
        var query = Orders.query("median_order_value p90_order_value", "geo", YEAR, Map.of());
        var rows = agent.fetch(
                Fetches.call("Delhi", "Kerala"),
                new FetchRequest(query.step(), ToolRef.parse("sales_db.order_values"), query.inputs()));

        // Then
        assertThat(Fetches.texts(rows)).hasSize(2).containsExactlyElementsOf(WAREHOUSE.query("""
            with orders as (
                select geo, order_id, sum(amount) - sum(coalesce(refund_amount, 0)) as value from sales.order_lines
                where status <> 'Cancelled' and order_date between '2025-01-01' and '2025-10-31'
                    and geo in ('Delhi', 'Kerala') group by 1, 2),
            ranked as (
                select geo, value, row_number() over (partition by geo order by value) - 1 as rank,
                    count(*) over (partition by geo) - 1 as last from orders)
            select geo, trim_scale(sum(value * greatest(0, 1 - abs(rank - 0.5 * last)))),
                trim_scale(sum(value * greatest(0, 1 - abs(rank - 0.9 * last)))) from ranked group by 1 order by 1\
            """));
    }

    @Test
    void reachesProductsAndCampaignsThroughTheirKeys() throws Exception {
        // When
        var rows = agent.fetch(
                Fetches.call("*"), Orders.query("units", "category campaign", YEAR, Map.of("channel", List.of("SB"))));

        // Then
        assertThat(Fetches.texts(rows)).isNotEmpty().containsExactlyElementsOf(WAREHOUSE.query("""
            select p.category, c.campaign_name, c.campaign_id, coalesce(sum(quantity) filter (where status <> 'Cancelled'), 0)
            from sales.order_lines join sales.products p using (sku) join sales.campaigns c using (campaign_id)
            where channel = 'SB' and order_date between '2025-01-01' and '2025-10-31'
            group by 1, 2, 3 order by 1, 2, 3\
            """));
    }

    @Test
    void addsUpAllTimeForALifetimeValue() throws Exception {
        // When
        var rows = agent.fetch(
                Fetches.call("*"),
                Orders.query("gross_sales_to_date customers_to_date", "", "2025-10-01..2025-10-31", Map.of()));

        // Then
        assertThat(Fetches.texts(rows)).containsExactlyElementsOf(WAREHOUSE.query("""
            select trim_scale(sum(amount)), count(distinct customer_id) from sales.order_lines
            where status <> 'Cancelled' and order_date <= '2025-10-31'\
            """));
    }

    @Test
    void showsACallerOnlyTheirStates() throws Exception {
        // When
        var own = agent.fetch(Fetches.call("Delhi", "Kerala"), Orders.query("orders", "geo", YEAR, Map.of()));
        var asked =
                agent.fetch(Fetches.call("Delhi"), Orders.query("orders", "geo", YEAR, Map.of("geo", List.of("Goa"))));
        var none = agent.fetch(Fetches.call(), Orders.query("orders", "geo", YEAR, Map.of()));

        // Then
        assertThat(Fetches.texts(own)).containsExactlyElementsOf(WAREHOUSE.query("""
            select geo, count(distinct order_id) filter (where status <> 'Cancelled') from sales.order_lines
            where geo in ('Delhi', 'Kerala') and order_date between '2025-01-01' and '2025-10-31'
            group by 1 order by 1\
            """));
        assertThat(Fetches.texts(asked)).isEmpty();
        assertThat(Fetches.texts(none)).isEmpty();
    }

    @Test
    void doesNotFeedCampaignsWhoseStateItCannotTell() {
        // When
        var campaigns = agent.values(Fetches.call("*"), new ValueRequest(new DimensionId("campaign"), 10_000));
        var products = agent.values(Fetches.call("*"), new ValueRequest(new DimensionId("product"), 10_000));

        // Then
        assertThat(campaigns.values()).isEmpty();
        assertThat(products.values())
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value.aliases()).hasSize(1));
    }

    @Test
    void saysHowFreshTheWarehouseIs() {
        // When
        var result = agent.fetch(Fetches.call("*"), Orders.query("orders", "", YEAR, Map.of()));

        // Then
        assertThat(((StepResult.Rows) result).freshness()).isNotNull().satisfies(fresh -> {
            assertThat(fresh.coveredTo()).isEqualTo(LocalDate.parse("2025-10-31"));
            assertThat(fresh.provisionalFrom()).isNull();
        });
    }

    @Test
    void runsATemplateAsPlainSqlDoes() throws Exception {
        // When
        var rows = agent.template(Fetches.call("Delhi", "Kerala"), template("top_products.sql", """
            {"start": "2025-09-01", "end": "2025-10-31", "geo": ["Delhi", "Goa"], "at_least": 500, "top": 4}\
            """));

        // Then: Goa is closed to the caller
        assertThat(Fetches.texts(rows)).hasSize(4).containsExactlyElementsOf(WAREHOUSE.query("""
            select sku, product_name, trim_scale(coalesce(sum(amount) filter (where kept), 0)) as sold,
                coalesce(sum(quantity) filter (where kept), 0), count(distinct order_id) filter (where kept),
                trim_scale(coalesce(sum(refund_amount) filter (where kept), 0))
            from (select *, status <> 'Cancelled' as kept from sales.order_lines) l join sales.products p using (sku)
            where geo = 'Delhi' and order_date between '2025-09-01' and '2025-10-31' group by 1, 2
            having coalesce(sum(amount) filter (where kept), 0) >= 500 order by sold desc, 1 limit 4\
            """));
    }

    @Test
    void runsEveryTemplateOfTheDemo() throws Exception {
        assertThat(Fetches.texts(agent.template(Fetches.call("*"), template("sales_by_campaign", """
            {"start": "2025-10-01", "end": "2025-10-31", "channels": ["SB"]}\
            """))))
                .isNotEmpty()
                .hasSize(Integer.parseInt(WAREHOUSE.query("""
                    select count(*) from (select distinct campaign_id, order_date from sales.order_lines
                    join sales.campaigns using (campaign_id) where channel = 'SB'
                    and order_date between '2025-10-01' and '2025-10-31')\
                    """).getFirst()));
        assertThat(Fetches.texts(agent.template(Fetches.call("*"), template("new_customers_by_state", """
            {"start": "2025-09-01", "end": "2025-10-31", "sales_channel": "Website"}\
            """))))
                .isNotEmpty()
                .containsExactlyElementsOf(WAREHOUSE.query("""
                    select geo, date_trunc('month', order_date)::date,
                        count(distinct customer_id) filter (where status <> 'Cancelled'),
                        count(distinct customer_id) filter (where status <> 'Cancelled' and customer_type = 'New'),
                        count(distinct order_id) filter (where status <> 'Cancelled')
                    from sales.order_lines where sales_channel = 'Website'
                    and order_date between '2025-09-01' and '2025-10-31' group by 1, 2 order by 1, 2\
                    """));
    }

    @Test
    void saysWhyATemplateCannotBeRun() {
        assertMissing(template("top_products", "{\"start\": \"2025-10-01\"}"), ErrorCode.MALFORMED_REQUEST, "'end'");
        assertMissing(template("no_such", "{}"), ErrorCode.UNKNOWN_ID, "There is no template 'no_such'");
        var wrongTool = template("top_products", "{}");
        assertMissing(
                new SalesAgent.TemplateRequest(wrongTool.step(), ToolRef.parse("sales_db.query"), wrongTool.inputs()),
                ErrorCode.UNKNOWN_TOOL,
                "runs no templates");
    }

    private void assertMissing(SalesAgent.TemplateRequest request, ErrorCode code, String words) {
        assertThat(agent.template(Fetches.call("*"), request))
                .isInstanceOfSatisfying(StepResult.Missing.class, missing -> {
                    assertThat(missing.code()).isEqualTo(code);
                    assertThat(missing.reason()).contains(words);
                });
    }

    private static SalesAgent.TemplateRequest template(String id, String params) {
        var inputs = JsonMapper.shared()
                .readValue("{\"sql_template\":\"%s\",\"params\":%s}".formatted(id, params), StepInputs.Template.class);
        return new SalesAgent.TemplateRequest(new StepId("s"), ToolRef.parse("sales_db.sql"), inputs);
    }
}
