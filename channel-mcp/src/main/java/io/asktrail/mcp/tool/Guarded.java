package io.asktrail.mcp.tool;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.mcp.front.Refused;
import io.asktrail.service.tracing.TraceIds;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Failures of a tool as results that say what to do: an assistant can act on these, on errors of the protocol it cannot. */
final class Guarded {
    private static final Logger log = LoggerFactory.getLogger(Guarded.class);

    private Guarded() {}

    static BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> work(ToolWork tool) {
        return (exchange, request) -> {
            try {
                return tool.of(exchange, whole(request));
            } catch (Refused refused) {
                return failed(refused.sentence() + hint(refused.code()), refused.traceId());
            } catch (JacksonException unreadable) {
                return failed(
                        "An argument cannot be read: %s. See the input schema of %s."
                                .formatted(unreadable.getOriginalMessage(), request.name()),
                        null);
            } catch (RuntimeException fault) {
                log.atError()
                        .setCause(fault)
                        .addKeyValue("tool", request.name())
                        .log("a tool failed");
                return failed(
                        "Asktrail failed at this call: tell the operator, and try another question.",
                        TraceIds.current());
            }
        };
    }

    private static String hint(@Nullable ErrorCode code) {
        return code == ErrorCode.UNKNOWN_METRIC || code == ErrorCode.UNKNOWN_DIMENSION
                ? " The tool list_metrics finds ids."
                : "";
    }

    /** A call without arguments is one with none. */
    private static CallToolRequest whole(CallToolRequest request) {
        return request.arguments() == null ? new CallToolRequest(request.name(), Map.of(), request.meta()) : request;
    }

    static CallToolResult failed(String sentence, @Nullable String traceId) {
        return CallToolResult.builder()
                .addTextContent(traceId == null ? sentence : "%s [trace %s]".formatted(sentence, traceId))
                .isError(true)
                .build();
    }
}
