package io.asktrail.mcp.transport;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.service.channel.LoggedIn;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.HttpHeaders;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/**
 * The one address of the protocol (streamable HTTP). Each message is worked on in the thread of its request, so that a
 * client that hangs up, or takes its request back, stops the work behind it. There is no stream to listen at: nothing
 * is ever told unasked, and a GET is refused as the protocol says.
 */
@RestController
@RequestMapping("/mcp")
public class McpAddress {
    private static final Logger log = LoggerFactory.getLogger(McpAddress.class);
    private static final String CANCELLED = "notifications/cancelled";

    private final Supplier<Sessions> sessions;
    private final LoggedIn callers;
    private final McpJsonMapper json;
    private final Doorkeeper door;

    /**
     * @param sessions with a server behind them; asked for when the first message comes
     * @param allowedOrigins pages that may call from a browser
     * @param versions of the protocol that the server speaks
     */
    public McpAddress(
            Supplier<Sessions> sessions,
            LoggedIn callers,
            McpJsonMapper json,
            List<String> allowedOrigins,
            List<String> versions) {
        this.sessions = sessions;
        this.callers = callers;
        this.json = json;
        this.door = new Doorkeeper(allowedOrigins, versions);
    }

    @PostMapping
    public void message(HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.check(request);
        var caller = caller(request);
        switch (read(request)) {
            case JSONRPCRequest call
            when call.method().equals(McpSchema.METHOD_INITIALIZE) -> initialize(caller, call, response);
            case JSONRPCRequest call -> work(session(request, caller), caller, call, response);
            case JSONRPCNotification note -> {
                hear(session(request, caller), caller, note);
                response.setStatus(HttpStatus.ACCEPTED.value());
            }
            case JSONRPCResponse reply -> {
                hear(session(request, caller), caller, reply);
                response.setStatus(HttpStatus.ACCEPTED.value());
            }
            case JSONRPCMessage other ->
                throw malformed("a message of kind " + other.getClass().getSimpleName(), null);
        }
    }

    @DeleteMapping
    public void end(HttpServletRequest request, HttpServletResponse response) {
        door.check(request);
        var session = session(request, caller(request));
        sessions.get().end(session.session().getId());
        response.setStatus(HttpStatus.NO_CONTENT.value());
    }

    private Caller caller(HttpServletRequest request) {
        return callers.callerOf(request)
                .orElseThrow(() -> new SuiteException(
                        ErrorCode.UNAUTHENTICATED, "This address needs a token: send it as Authorization: Bearer …"));
    }

    private JSONRPCMessage read(HttpServletRequest request) throws IOException {
        var body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // The protocol has no batches any more, and the library would fall over an empty message.
        if (!body.stripLeading().startsWith("{")) {
            throw malformed("no object", null);
        }
        try {
            return McpSchema.deserializeJsonRpcMessage(json, body);
        } catch (IOException | IllegalArgumentException | JacksonException notJsonRpc) {
            throw malformed("another object", notJsonRpc);
        }
    }

    private static SuiteException malformed(String what, @Nullable Throwable cause) {
        return new SuiteException(
                ErrorCode.MALFORMED_REQUEST,
                "This address expects one JSON-RPC 2.0 message, and got %s.".formatted(what),
                cause);
    }

    private HeldSession session(HttpServletRequest request, Caller caller) {
        var id = request.getHeader(HttpHeaders.MCP_SESSION_ID);
        if (id == null || id.isBlank()) {
            throw new SuiteException(
                    ErrorCode.MALFORMED_REQUEST,
                    "Begin with 'initialize', and send the %s that it gives.".formatted(HttpHeaders.MCP_SESSION_ID));
        }
        return sessions.get()
                .find(id, caller)
                .orElseThrow(() -> new SuiteException(
                        ErrorCode.UNKNOWN_ID, "You have no such session: begin a new one with 'initialize'."));
    }

    private void initialize(Caller caller, JSONRPCRequest call, HttpServletResponse response) throws IOException {
        var begun = sessions.get().begin(caller, offer(call));
        var body = json.writeValueAsBytes(JSONRPCResponse.result(call.id(), begun.result()));
        response.setHeader(HttpHeaders.MCP_SESSION_ID, begun.id());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private InitializeRequest offer(JSONRPCRequest call) {
        try {
            return Objects.requireNonNull(json.convertValue(call.params(), InitializeRequest.class));
        } catch (NullPointerException | IllegalArgumentException | JacksonException wrong) {
            throw malformed("an 'initialize' that does not say who speaks which version", wrong);
        }
    }

    private void work(HeldSession held, Caller caller, JSONRPCRequest call, HttpServletResponse response)
            throws IOException {
        try (var work = held.work().begin(call.id())) {
            var reply = new ReplyStream(response, json, work);
            held.session()
                    .responseStream(call, reply)
                    .contextWrite(context -> context.put(McpTransportContext.KEY, McpCall.by(caller)))
                    .block();
            if (work.isCancelled()) {
                Thread.interrupted(); // what is left to do is to end the reply
            }
            reply.end();
        }
    }

    private static void hear(HeldSession held, Caller caller, JSONRPCNotification note) {
        if (note.method().equals(CANCELLED)) {
            if (note.params() instanceof Map<?, ?> params && params.get("requestId") != null) {
                held.work().cancel(params.get("requestId"));
            }
            return;
        }
        held.session()
                .accept(note)
                .contextWrite(context -> context.put(McpTransportContext.KEY, McpCall.by(caller)))
                .block();
    }

    private static void hear(HeldSession held, Caller caller, JSONRPCResponse reply) {
        try {
            held.session()
                    .accept(reply)
                    .contextWrite(context -> context.put(McpTransportContext.KEY, McpCall.by(caller)))
                    .block();
        } catch (McpError nobodyWaits) {
            // Too late: the client would take a refusal for the end of its session.
            log.atDebug().setCause(nobodyWaits).log("a response that nobody waits for");
        }
    }
}
