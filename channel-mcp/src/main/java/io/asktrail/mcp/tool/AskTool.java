package io.asktrail.mcp.tool;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.ask.AskRequest;
import io.asktrail.mcp.front.Asktrail;
import io.asktrail.mcp.shorten.Shortener;
import io.asktrail.mcp.transport.McpCall;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code ask}: a question in plain language. */
final class AskTool implements ToolWork {
    /** More questions back than these tire whoever asked. */
    private static final int CHOICES_AT_MOST = 3;

    private final Asktrail asktrail;
    private final Shortener shortener;
    private final JsonMapper json;
    private final int usualRows;

    AskTool(Asktrail asktrail, Shortener shortener, JsonMapper json, int usualRows) {
        this.asktrail = asktrail;
        this.shortener = shortener;
        this.json = json;
        this.usualRows = usualRows;
    }

    record Arguments(
            String question,
            @JsonProperty("conversation_id") @Nullable String conversationId,
            @JsonProperty("as_of") @Nullable LocalDate asOf,
            @JsonProperty("tz") @Nullable String tz,
            @JsonProperty("max_rows") @Nullable Integer maxRows) {
        AskRequest request() {
            return new AskRequest(question, conversationId, asOf, tz, null);
        }

        /** The same conversation goes on with what was chosen. */
        AskRequest request(String choice, Answer before) {
            return new AskRequest(choice, before.conversationId(), asOf, tz, null);
        }
    }

    @Override
    public CallToolResult of(McpSyncServerExchange exchange, CallToolRequest request) {
        var arguments = json.convertValue(request.arguments(), Arguments.class);
        var answer = ask(exchange, request, arguments.request());
        for (var asked = 0; asked < CHOICES_AT_MOST && answer.clarification() != null; asked++) {
            var choice = Choosing.of(exchange, answer.clarification());
            if (choice.isEmpty()) {
                break;
            }
            answer = asktrail.ask(McpCall.callerOf(exchange), arguments.request(choice.get(), answer));
        }
        return shortener.result(answer, arguments.maxRows() == null ? usualRows : arguments.maxRows());
    }

    private Answer ask(McpSyncServerExchange exchange, CallToolRequest call, AskRequest question) {
        var caller = McpCall.callerOf(exchange);
        return call.progressToken() == null
                ? asktrail.ask(caller, question)
                : asktrail.ask(caller, question, new ProgressTeller(exchange, call.progressToken()));
    }
}
