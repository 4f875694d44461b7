package io.asktrail.mcp.tool;

import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.mcp.front.Asktrail;
import io.asktrail.mcp.shorten.Shortener;
import io.asktrail.mcp.transport.McpCall;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.LinkedHashMap;
import tools.jackson.databind.json.JsonMapper;

/** {@code query_metrics}: a task, no language involved. Its schema lets in what a task may have and nothing else. */
final class QueryTool implements ToolWork {
    private static final String MAX_ROWS = "max_rows";

    private final Asktrail asktrail;
    private final Shortener shortener;
    private final JsonMapper json;
    private final int usualRows;

    QueryTool(Asktrail asktrail, Shortener shortener, JsonMapper json, int usualRows) {
        this.asktrail = asktrail;
        this.shortener = shortener;
        this.json = json;
        this.usualRows = usualRows;
    }

    @Override
    public CallToolResult of(McpSyncServerExchange exchange, CallToolRequest request) {
        var arguments = new LinkedHashMap<>(request.arguments());
        var rows = arguments.remove(MAX_ROWS) instanceof Integer wished ? wished : usualRows;
        var task = json.convertValue(arguments, TaskRequest.class);
        return shortener.result(asktrail.query(McpCall.callerOf(exchange), task), rows);
    }
}
