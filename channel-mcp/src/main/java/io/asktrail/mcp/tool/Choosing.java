package io.asktrail.mcp.tool;

import io.asktrail.contracts.reading.Clarification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the person choose what was meant, where the client can show them a form; else the assistant has to ask. */
final class Choosing {
    private static final Logger log = LoggerFactory.getLogger(Choosing.class);
    private static final String CHOICE = "choice";

    private Choosing() {}

    /** The label that was chosen; empty if the client shows no forms, or the person did not choose. */
    static Optional<String> of(McpSyncServerExchange exchange, Clarification clarification) {
        var labels = clarification.options().stream()
                .map(Clarification.Option::label)
                .distinct()
                .toList();
        if (labels.isEmpty() || !showsForms(exchange)) {
            return Optional.empty();
        }
        try {
            return chosen(exchange.createElicitation(ElicitFormRequest.builder(clarification.question(), form(labels))
                            .build()))
                    .filter(labels::contains);
        } catch (RuntimeException notAsked) {
            // Too late, or a client that promised more than it does: the assistant can still ask.
            log.atDebug().setCause(notAsked).log("a client did not let its user choose");
            return Optional.empty();
        }
    }

    private static boolean showsForms(McpSyncServerExchange exchange) {
        var client = exchange.getClientCapabilities();
        // Without any kind named, forms are meant.
        return client != null
                && client.elicitation() != null
                && (client.elicitation().form() != null || client.elicitation().url() == null);
    }

    private static Map<String, Object> form(List<String> labels) {
        return Map.of(
                "type",
                "object",
                "properties",
                Map.of(CHOICE, Map.of("type", "string", "title", "What do you mean?", "enum", labels)),
                "required",
                List.of(CHOICE));
    }

    private static Optional<String> chosen(ElicitResult result) {
        return result.action() == ElicitResult.Action.ACCEPT
                        && result.content() != null
                        && result.content().get(CHOICE) instanceof String label
                ? Optional.of(label)
                : Optional.empty();
    }
}
