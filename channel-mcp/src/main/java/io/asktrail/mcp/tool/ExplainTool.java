package io.asktrail.mcp.tool;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.mcp.front.Asktrail;
import io.asktrail.mcp.front.MetricCard;
import io.asktrail.mcp.shorten.SlimTasks;
import io.asktrail.mcp.transport.McpCall;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code explain_answer}: how an answer that was given came about. */
final class ExplainTool implements ToolWork {
    private final Asktrail asktrail;
    private final SlimTasks tasks;
    private final JsonMapper json;
    private final long mostBytes;

    /** @param mostBytes of the explanation, its text and its structure together */
    ExplainTool(Asktrail asktrail, SlimTasks tasks, JsonMapper json, long mostBytes) {
        this.asktrail = asktrail;
        this.tasks = tasks;
        this.json = json;
        this.mostBytes = mostBytes;
    }

    record Arguments(
            @JsonProperty("answer_id") String answerId,
            @JsonProperty("check_today") @Nullable Boolean checkToday) {}

    @Override
    public CallToolResult of(McpSyncServerExchange exchange, CallToolRequest request) {
        var arguments = json.convertValue(request.arguments(), Arguments.class);
        var caller = McpCall.callerOf(exchange);
        var stored = asktrail.answer(caller, arguments.answerId(), Boolean.TRUE.equals(arguments.checkToday()));
        var formulas = Formulas.behind(stored.answer().task(), asktrail.metrics(caller));
        return shortest(stored, formulas);
    }

    // Queries are the long part of a trail: they give way until the rest fits.
    private CallToolResult shortest(Asktrail.Stored stored, List<MetricCard> formulas) {
        for (var queryLength = Explanation.LONGEST_QUERY; queryLength > Explanation.SHORTEST_QUERY; queryLength /= 2) {
            var explanation = Explanation.of(stored, formulas, tasks, queryLength);
            if (2L * json.writeValueAsBytes(explanation).length <= mostBytes) {
                return result(explanation);
            }
        }
        return result(Explanation.of(stored, formulas, tasks, Explanation.SHORTEST_QUERY)
                .withFewerSteps());
    }

    private static CallToolResult result(Explanation explanation) {
        return CallToolResult.builder()
                .addTextContent(ExplanationText.of(explanation))
                .structuredContent(explanation)
                .build();
    }
}
