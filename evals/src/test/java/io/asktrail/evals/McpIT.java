package io.asktrail.evals;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.testkit.RunningAsktrail;
import io.asktrail.testkit.RunningAsktrail.Form;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** An assistant at the real product: the protocol's own client library, figures by PostgreSQL itself. */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class McpIT {
    private static final LocalDate DEMO_UNTIL = LocalDate.of(2025, 11, 15);
    private static final Map<String, Object> OCTOBER = Map.of("start", "2025-10-01", "end", "2025-10-31");
    private static final String NET_SALES = """
        select coalesce(sum(amount - refund_amount), 0) from sales.order_lines
        where order_date between '2025-10-01' and '2025-10-31' and status <> 'Cancelled'%s\
        """;

    private @Nullable RunningAsktrail asktrail;
    private final List<McpSyncClient> clients = new ArrayList<>();

    @BeforeAll
    void start() throws InterruptedException {
        asktrail = RunningAsktrail.start(Form.LOCAL, DEMO_UNTIL);
    }

    @AfterAll
    void stop() throws InterruptedException {
        clients.forEach(McpSyncClient::close);
        if (asktrail != null) {
            asktrail.close();
        }
    }

    private RunningAsktrail asktrail() {
        return Objects.requireNonNull(asktrail);
    }

    private McpSyncClient client(List<String> progress, String... rights) {
        var token = asktrail().token(rights);
        var client = McpClient.sync(
                        HttpClientStreamableHttpTransport.builder(asktrail().url())
                                .httpRequestCustomizer(
                                        (request, _, _, _, _) -> request.setHeader("Authorization", "Bearer " + token))
                                .build())
                .requestTimeout(Duration.ofSeconds(60))
                .progressConsumer(told -> progress.add(told.message()))
                .build();
        client.initialize();
        clients.add(client);
        return client;
    }

    private McpSyncClient client(String region) {
        return client(new ArrayList<>(), "--role", "analyst", "--region", region, "--sub", "of " + region);
    }

    private static CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        var result = client.callTool(CallToolRequest.builder(tool)
                .arguments(arguments)
                .progressToken("p")
                .build());
        assertThat(result.isError()).as(text(result)).isNotEqualTo(true);
        return result;
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().getFirst()).text();
    }

    private static JsonNode structure(CallToolResult result) {
        return Asker.JSON.valueToTree(result.structuredContent());
    }

    private BigDecimal netSales(String condition) throws SQLException {
        var rows = new IndependentFigures(asktrail().home()).query("warehouse", NET_SALES.formatted(condition));
        return (BigDecimal) Objects.requireNonNull(rows.getFirst().getFirst());
    }

    private static BigDecimal onlyNumber(CallToolResult result) {
        return structure(result).at("/table/rows/0/0").decimalValue();
    }

    @Test
    void givesEachCallerTheNumbersOfTheirStates() throws Exception {
        // When
        var task = Map.of("metrics", List.of("net_sales"), "time", OCTOBER);
        var delhi = onlyNumber(call(client("Delhi"), "query_metrics", Map.copyOf(task)));
        var goa = onlyNumber(call(client("Goa"), "query_metrics", Map.copyOf(task)));
        var all = onlyNumber(call(client("*"), "query_metrics", Map.copyOf(task)));

        // Then
        assertThat(delhi).isEqualByComparingTo(netSales(" and geo = 'Delhi'"));
        assertThat(goa).isEqualByComparingTo(netSales(" and geo = 'Goa'"));
        assertThat(all).isEqualByComparingTo(netSales(""));
        assertThat(delhi).isNotEqualByComparingTo(goa);
    }

    @Test
    void answersAQuestionAndItsFollowUpAndExplainsThem() {
        // Given
        var progress = new CopyOnWriteArrayList<String>();
        var client = client(progress, "--role", "analyst", "--region", "*");

        // When
        var first = structure(
                call(client, "ask", Map.of("question", "What was ROAS last month by channel?", "as_of", "2025-11-15")));
        var next = structure(call(
                client,
                "ask",
                Map.of(
                        "question",
                        "and only for SB?",
                        "conversation_id",
                        first.at("/conversation_id").asString(),
                        "as_of",
                        "2025-11-15")));
        var explained = structure(call(
                client,
                "explain_answer",
                Map.of("answer_id", first.at("/answer_id").asString(), "check_today", true)));

        // Then
        assertThat(first.at("/table/total_rows").asInt()).isEqualTo(3);
        assertThat(next.at("/text").asString()).contains("SB");
        assertThat(explained.at("/formulas").findValuesAsString("metric")).contains("roas", "spend");
        assertThat(explained.at("/steps").size()).isPositive();
        assertThat(explained.at("/today/status").asString()).isEqualTo("unchanged");
        assertThat(progress)
                .anyMatch(line -> line.startsWith("Understood"))
                .anyMatch(line -> line.startsWith("Planned"));
    }

    @Test
    void asksBackRefusesAndStaysSmall() {
        // When
        var client = client("*");
        var unclear = structure(call(client, "ask", Map.of("question", "How did it go?", "as_of", "2025-11-15")));
        var large = call(
                client,
                "query_metrics",
                Map.of(
                        "metrics",
                        List.of("net_sales", "orders", "units", "spend", "roas"),
                        "group_by",
                        List.of("campaign", "date"),
                        "time",
                        OCTOBER,
                        "max_rows",
                        500));

        // Then
        assertThat(unclear.at("/status").asString()).isIn("clarification", "refused");
        assertThat(unclear.has("table")).isFalse();
        assertThat(structure(large).at("/table/total_rows").asInt()).isGreaterThan(500);
        assertThat(structure(large).toString().length() + text(large).length()).isLessThan(32 * 1024);
    }

    @Test
    void showsTheCatalogue() {
        // When
        var client = client("Delhi");
        var page = structure(call(client, "list_metrics", Map.of("search", "return on ad spend")));
        var freshness = ((TextResourceContents) client.readResource(ReadResourceRequest.builder("asktrail://freshness")
                                .build())
                        .contents()
                        .getFirst())
                .text();

        // Then
        assertThat(page.at("/metrics/0/id").asString()).isEqualTo("roas");
        assertThat(page.at("/dimensions").findValuesAsString("id")).contains("channel", "geo", "product");
        assertThat(Asker.JSON.readTree(freshness).size()).isPositive();
        assertThat(freshness).contains("2025-11-15");
    }
}
