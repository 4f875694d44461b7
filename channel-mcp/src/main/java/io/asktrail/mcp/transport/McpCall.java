package io.asktrail.mcp.transport;

import io.asktrail.contracts.caller.Caller;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import java.util.Map;

/** For whom one message of a session is worked on: whoever's token came with this very message. */
public final class McpCall {
    private static final String CALLER = "caller";

    private McpCall() {}

    static McpTransportContext by(Caller caller) {
        return McpTransportContext.create(Map.of(CALLER, caller));
    }

    /**
     * The caller of the message that is worked on.
     *
     * @throws IllegalStateException if the message did not come through our door, which lets nobody in
     */
    public static Caller callerOf(McpSyncServerExchange exchange) {
        if (exchange.transportContext().get(CALLER) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("a message without a verified caller");
    }
}
