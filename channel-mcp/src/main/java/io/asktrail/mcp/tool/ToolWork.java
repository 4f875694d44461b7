package io.asktrail.mcp.tool;

import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;

/** What a tool does for one call. */
@FunctionalInterface
interface ToolWork {
    CallToolResult of(McpSyncServerExchange exchange, CallToolRequest request);
}
