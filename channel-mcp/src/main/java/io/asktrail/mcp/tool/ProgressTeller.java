package io.asktrail.mcp.tool;

import io.asktrail.mcp.front.StageSeen;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells a client that wants to know how far its question has come. */
final class ProgressTeller implements Consumer<StageSeen> {
    private final McpSyncServerExchange exchange;
    private final Object token;
    private int told;
    private @Nullable Double total;

    /** @param token under which the client knows the call */
    ProgressTeller(McpSyncServerExchange exchange, Object token) {
        this.exchange = exchange;
        this.token = token;
    }

    @Override
    public void accept(StageSeen stage) {
        told++;
        if (stage.stepsPlanned() != null) {
            // Each step, and the answer.
            total = (double) told + stage.stepsPlanned() + 1;
        }
        exchange.progressNotification(ProgressNotification.builder(token, told)
                // A diagnosis plans again and again: a total that was passed is no total.
                .total(total == null || told > total ? null : total)
                .message(stage.text())
                .build());
    }
}
