package io.asktrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpClient.SyncSpec;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ResourceReference;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The protocol's own client library against the real gateway. */
class McpDoorTest {
    private static final Caller ASHA =
            new Caller("asha", List.of(Role.ANALYST), List.of("Delhi", "Goa"), List.of(), List.of());
    private static final Caller RAVI = new Caller("ravi", List.of(Role.ANALYST), List.of("*"), List.of(), List.of());

    private static Suite suite;
    private final List<McpSyncClient> clients = new ArrayList<>();

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(FakeAnswers.class)
    static class Inside {}

    @BeforeAll
    static void start() {
        suite = Suite.around(Inside.class, "asktrail.mcp.elicitation=5s", "asktrail.gateway.limits.burst=1000");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @BeforeEach
    void forget() {
        FakeAnswers.ASKED.clear();
        FakeAnswers.QUERIED.clear();
    }

    @AfterEach
    void sayGoodBye() {
        FakeAnswers.AWAY.set(false);
        clients.forEach(McpSyncClient::close);
    }

    private McpSyncClient client(Caller caller) {
        return client(caller, spec -> spec);
    }

    private McpSyncClient client(Caller caller, UnaryOperator<SyncSpec> more) {
        var token = suite.tokens().mint(caller, Duration.ofMinutes(5));
        var transport = HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + suite.port())
                .httpRequestCustomizer((request, _, _, _, _) -> request.setHeader("Authorization", "Bearer " + token))
                .build();
        var client = more.apply(McpClient.sync(transport).requestTimeout(Duration.ofSeconds(20)))
                .build();
        client.initialize();
        clients.add(client);
        return client;
    }

    private static CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().getFirst()).text();
    }

    private static JsonNode structure(CallToolResult result) {
        return JsonMapper.shared().valueToTree(result.structuredContent());
    }

    @Test
    void introducesItself() {
        // When
        var client = client(ASHA);

        // Then
        assertThat(client.getServerInfo().name()).isEqualTo("asktrail");
        assertThat(client.getServerInstructions()).contains("quote them exactly", "answer_id");
        assertThat(client.getServerCapabilities().tools()).isNotNull();
        assertThat(client.getServerCapabilities().resources().subscribe()).isNotEqualTo(true);
    }

    @Test
    void offersToolsThatOnlyRead() {
        // When
        var tools = client(ASHA).listTools().tools();

        // Then
        assertThat(tools)
                .extracting(Tool::name)
                .containsExactly("ask", "query_metrics", "list_metrics", "explain_answer");
        assertThat(tools).allSatisfy(tool -> {
            assertThat(tool.annotations().readOnlyHint()).isTrue();
            assertThat(tool.annotations().destructiveHint()).isFalse();
            assertThat(tool.annotations().openWorldHint()).isFalse();
            assertThat(tool.description()).isNotBlank();
            assertThat(tool.inputSchema()).containsEntry("additionalProperties", false);
            assertThat(tool.outputSchema()).isNotEmpty();
        });
    }

    @Test
    void answersAsWhoeverAsks() {
        // When
        var few = call(client(ASHA), "ask", Map.of("question", "net sales by state"));
        var all = call(client(RAVI), "ask", Map.of("question", "net sales by state"));

        // Then
        assertThat(structure(few).at("/table/rows").toString()).isEqualTo("[[\"Delhi\",120],[\"Goa\",45]]");
        assertThat(structure(few).at("/table/totals/1").asInt()).isEqualTo(165);
        assertThat(structure(all).at("/table/rows").toString())
                .isEqualTo("[[\"Delhi\",120],[\"Goa\",45],[\"Kerala\",300]]");
        assertThat(structure(all).at("/table/totals/1").asInt()).isEqualTo(465);
        assertThat(text(few))
                .contains("₹165", "| Delhi | 120 |", "Answer ans_1")
                .doesNotContain("Kerala");
    }

    @Test
    void passesOnWhatWasAsked() {
        // When
        call(
                client(ASHA),
                "ask",
                Map.of(
                        "question",
                        "and by week?",
                        "conversation_id",
                        "conv_7",
                        "as_of",
                        "2025-11-15",
                        "tz",
                        "Asia/Kolkata"));

        // Then
        assertThat(FakeAnswers.ASKED).singleElement().satisfies(asked -> {
            assertThat(asked.question()).isEqualTo("and by week?");
            assertThat(asked.conversationId()).isEqualTo("conv_7");
            assertThat(asked.asOf()).hasToString("2025-11-15");
            assertThat(asked.tz()).isEqualTo("Asia/Kolkata");
        });
    }

    @Test
    void keepsResultsSmall() {
        // When
        var client = client(ASHA);
        var usual = call(client, "ask", Map.of("question", "long"));
        var wished = call(client, "ask", Map.of("question", "long", "max_rows", 7));
        var wide = call(client, "ask", Map.of("question", "wide", "max_rows", 500));

        // Then
        assertThat(structure(usual).at("/table/rows").size()).isEqualTo(50);
        assertThat(structure(usual).at("/table/total_rows").asInt()).isEqualTo(200);
        assertThat(text(usual)).contains("50 of 200 rows are shown", "Totals of all 200 rows", "98765.4321");
        assertThat(structure(wished).at("/table/shown_rows").asInt()).isEqualTo(7);
        assertThat(structure(wide).at("/table/total_rows").asInt()).isEqualTo(400);
        assertThat(structure(wide).toString().length() + text(wide).length()).isLessThan(32 * 1024);
        assertThat(structure(wide).at("/table/totals/40").decimalValue()).isEqualByComparingTo("98765.4321");
    }

    @Test
    void givesChoicesWhereAQuestionHasTwoMeanings() {
        // When
        var result = call(client(ASHA), "ask", Map.of("question", "which?"));

        // Then
        assertThat(result.isError()).isNotEqualTo(true);
        assertThat(structure(result).at("/status").asString()).isEqualTo("clarification");
        assertThat(structure(result).at("/choices/1/label").asString()).isEqualTo("Delhi, the city");
        assertThat(structure(result).at("/choices/1/task/time/range").asString())
                .isEqualTo("last_week");
        assertThat(structure(result).at("/choices/1/task").has("filters")).isFalse();
        assertThat(text(result)).contains("1. Delhi, the state\n2. Delhi, the city");
    }

    @Test
    void takesAChoiceAsATask() {
        // Given
        var client = client(ASHA);
        var choice =
                structure(call(client, "ask", Map.of("question", "which?"))).at("/choices/0/task");

        // When
        var result = call(client, "query_metrics", JsonMapper.shared().convertValue(choice, Map.class));

        // Then
        assertThat(result.isError()).isNotEqualTo(true);
        assertThat(FakeAnswers.QUERIED)
                .singleElement()
                .satisfies(task ->
                        assertThat(Objects.requireNonNull(task.time()).range()).isEqualTo("last_month"));
    }

    @Test
    void letsThePersonChooseWhereTheClientCanAsk() {
        // Given
        var client = client(
                ASHA,
                spec -> spec.elicitation(form -> ElicitResult.builder(ElicitResult.Action.ACCEPT)
                        .content(Map.of("choice", "Delhi, the city"))
                        .build()));

        // When
        var result = call(client, "ask", Map.of("question", "which?"));

        // Then
        assertThat(structure(result).at("/status").asString()).isEqualTo("answered");
        assertThat(FakeAnswers.ASKED)
                .extracting(asked -> asked.question())
                .containsExactly("which?", "Delhi, the city");
        assertThat(FakeAnswers.ASKED)
                .last()
                .satisfies(asked -> assertThat(asked.conversationId()).isEqualTo("conv_1"));
    }

    @Test
    void leavesTheChoiceToTheAssistantWhereThePersonDeclines() {
        // Given
        var client = client(
                ASHA,
                spec -> spec.elicitation(form ->
                        ElicitResult.builder(ElicitResult.Action.DECLINE).build()));

        // When
        var result = call(client, "ask", Map.of("question", "which?"));

        // Then
        assertThat(structure(result).at("/status").asString()).isEqualTo("clarification");
        assertThat(FakeAnswers.ASKED).hasSize(1);
    }

    @Test
    void refusesAsAnAnswerAndFailsAsAnError() {
        // When
        var client = client(ASHA);
        var refused = call(client, "ask", Map.of("question", "no"));
        var failed = call(client, "ask", Map.of("question", "broken"));

        // Then
        assertThat(refused.isError()).isNotEqualTo(true);
        assertThat(structure(refused).at("/code").asString()).isEqualTo("NO_PATH");
        assertThat(structure(refused).at("/choices/0/task/metrics/0").asString())
                .isEqualTo("net_sales");
        assertThat(text(refused)).contains("There is no spend by city.");
        assertThat(failed.isError()).isTrue();
        assertThat(text(failed)).contains("The warehouse did not answer.", "Give no number");
    }

    @Test
    void saysWhatToDoWhenTheServiceIsAwayAndGoesOnAfterwards() {
        // Given
        var client = client(ASHA);
        FakeAnswers.AWAY.set(true);

        // When
        var away = call(client, "ask", Map.of("question", "x"));
        FakeAnswers.AWAY.set(false);
        var back = call(client, "ask", Map.of("question", "x"));

        // Then
        assertThat(away.isError()).isTrue();
        assertThat(text(away)).contains("not there just now", "Not before 7 s.", "[trace ");
        assertThat(back.isError()).isNotEqualTo(true);
    }

    @Test
    void checksArgumentsAgainstTheirSchema() {
        // When
        var client = client(ASHA);
        var missing = call(client, "ask", Map.of());
        var unknown = call(client, "ask", Map.of("question", "x", "sql", "drop table"));
        var wrong = call(client, "query_metrics", Map.of("metrics", List.of("net_sales"), "limit", "five"));
        var name = call(client, "query_metrics", Map.of("metrics", List.of("rosa")));

        // Then
        assertThat(List.of(missing, unknown, wrong, name))
                .allSatisfy(result -> assertThat(result.isError()).isTrue());
        assertThat(text(missing)).contains("question");
        assertThat(text(unknown)).contains("sql");
        assertThat(text(wrong)).contains("limit");
        assertThat(text(name)).contains("did you mean roas?", "list_metrics finds ids");
        assertThat(FakeAnswers.ASKED).isEmpty();
    }

    @Test
    void runsATaskWithEverythingThatOneMayHave() {
        // When
        var result = call(
                client(ASHA),
                "query_metrics",
                Map.of(
                        "metrics", List.of("net_sales", "spend"),
                        "group_by", List.of("channel"),
                        "entities", Map.of("channel", List.of("SB", "SP")),
                        "time", Map.of("start", "2025-10-01", "end", "2025-10-31", "grain", "week"),
                        "compare", Map.of("kind", "previous_year"),
                        "filters", List.of(Map.of("field", "acos", "op", ">", "value", 0.4)),
                        "order_by", List.of(Map.of("field", "net_sales", "direction", "desc")),
                        "limit", 5,
                        "calculations", List.of(Map.of("kind", "share_of_total", "metric", "net_sales")),
                        "max_rows", 2));

        // Then
        assertThat(result.isError()).as(text(result)).isNotEqualTo(true);
        assertThat(FakeAnswers.QUERIED).singleElement().satisfies(task -> {
            assertThat(task.metrics()).hasToString("[net_sales, spend]");
            assertThat(task.filters()).hasSize(1);
            assertThat(task.limit()).isEqualTo(5);
        });
        assertThat(structure(result).at("/table/shown_rows").asInt()).isEqualTo(2);
    }

    @Test
    void findsMetricsAPageAtATime() {
        // When
        var client = client(ASHA);
        var first = call(client, "list_metrics", Map.of("limit", 2));
        var second = call(client, "list_metrics", Map.of("limit", 2, "cursor", "2"));
        var search = call(client, "list_metrics", Map.of("search", "GMV"));

        // Then
        assertThat(structure(first).at("/metrics/0/id").asString()).isEqualTo("net_sales");
        assertThat(structure(first).at("/total").asInt()).isEqualTo(3);
        assertThat(structure(first).at("/next_cursor").asString()).isEqualTo("2");
        assertThat(structure(first).at("/dimensions/0/examples").toString()).isEqualTo("[\"Delhi\",\"Goa\"]");
        assertThat(structure(second).at("/metrics").size()).isEqualTo(1);
        assertThat(structure(second).has("next_cursor")).isFalse();
        assertThat(structure(search).at("/metrics").findValuesAsString("id")).containsExactly("gross_sales");
    }

    @Test
    void showsNobodyAMetricThatIsClosedToThem() {
        // When
        var few = call(client(ASHA), "list_metrics", Map.of("search", "margin"));
        var all = call(client(RAVI), "list_metrics", Map.of("search", "margin"));

        // Then
        assertThat(structure(few).at("/total").asInt()).isZero();
        assertThat(structure(all).at("/total").asInt()).isEqualTo(1);
    }

    @Test
    void explainsAnAnswer() {
        // When
        var client = client(ASHA);
        var result = call(client, "explain_answer", Map.of("answer_id", "ans_1", "check_today", true));
        var unknown = call(client, "explain_answer", Map.of("answer_id", "ans_2"));

        // Then
        assertThat(result.isError()).as(text(result)).isNotEqualTo(true);
        assertThat(structure(result).at("/formulas").findValuesAsString("metric"))
                .containsExactly("net_sales", "gross_sales", "refunds");
        assertThat(structure(result).at("/steps/0/query").asString())
                .hasSize(1600)
                .endsWith("…");
        assertThat(structure(result).at("/today/status").asString()).isEqualTo("restated");
        assertThat(text(result))
                .contains("Net sales (net_sales) = gross_sales - refunds", "sales_db.query by agent-sales gave 3 rows");
        assertThat(unknown.isError()).isTrue();
        assertThat(text(unknown)).contains("no answer with this id");
    }

    @Test
    void tellsHowFarItHasCome() throws InterruptedException {
        // Given
        BlockingQueue<ProgressNotification> told = new LinkedBlockingQueue<>();
        var client = client(ASHA, spec -> spec.progressConsumer(told::add));

        // When
        var result = client.callTool(CallToolRequest.builder("ask")
                .arguments(Map.of("question", "net sales"))
                .progressToken("p1")
                .build());

        // Then
        assertThat(structure(result).at("/status").asString()).isEqualTo("answered");
        var all = new ArrayList<ProgressNotification>();
        while (all.size() < 4) {
            all.add(told.poll(5, TimeUnit.SECONDS));
        }
        // The client's library may hand them on in another order than they came.
        all.sort(Comparator.comparing(ProgressNotification::progress));
        assertThat(all).extracting(ProgressNotification::progressToken).containsOnly("p1");
        assertThat(all).extracting(ProgressNotification::progress).containsExactly(1.0, 2.0, 3.0, 4.0);
        assertThat(all).extracting(ProgressNotification::total).containsExactly(null, 5.0, 5.0, 5.0);
        assertThat(all)
                .extracting(ProgressNotification::message)
                .containsExactly(
                        "Understood: net_sales",
                        "Planned 2 steps",
                        "agent-sales: 3 rows in 2 ms",
                        "agent-ads: SOURCE_DOWN");
    }

    @Test
    void readsTheCatalogueAsResources() {
        // When
        var client = client(ASHA);
        var list = read(client, "asktrail://metrics");
        var one = read(client, "asktrail://metrics/gross_sales");
        var states = read(client, "asktrail://dimensions/geo");

        // Then
        assertThat(client.listResources().resources())
                .extracting(resource -> resource.uri())
                .containsExactlyInAnyOrder("asktrail://metrics", "asktrail://dimensions", "asktrail://freshness");
        assertThat(client.listResourceTemplates().resourceTemplates())
                .extracting(template -> template.uriTemplate())
                .containsExactlyInAnyOrder("asktrail://metrics/{id}", "asktrail://dimensions/{id}");
        assertThat(list.findValuesAsString("id")).containsExactly("net_sales", "gross_sales", "refunds");
        assertThat(one.at("/names/synonyms/en/0").asString()).isEqualTo("gmv");
        assertThat(states.at("/values").toString()).isEqualTo("[\"Delhi\",\"Goa\"]");
        assertThat(read(client, "asktrail://freshness").isArray()).isTrue();
        assertThatThrownBy(() -> read(client, "asktrail://metrics/margin")).hasMessageContaining("that you may see");
    }

    private static JsonNode read(McpSyncClient client, String uri) {
        var content = client.readResource(ReadResourceRequest.builder(uri).build())
                .contents()
                .getFirst();
        return JsonMapper.shared().readTree(((TextResourceContents) content).text());
    }

    @Test
    void completesIdsAndOffersPrompts() {
        // When
        var client = client(ASHA);
        var completion = client.completeCompletion(CompleteRequest.builder(
                        new ResourceReference("asktrail://metrics/{id}"),
                        new CompleteRequest.CompleteArgument("id", "g"))
                .build());
        var prompt = client.getPrompt(GetPromptRequest.builder("why_did_it_change")
                .arguments(Map.of("metric", "roas", "period", "last week"))
                .build());

        // Then
        assertThat(completion.completion().values()).containsExactly("gross_sales");
        assertThat(client.listPrompts().prompts())
                .extracting(one -> one.name())
                .containsExactlyInAnyOrder("weekly_review", "why_did_it_change");
        assertThat(((TextContent) prompt.messages().getFirst().content()).text())
                .contains("why roas changed in last week");
    }
}
