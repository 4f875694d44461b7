package io.asktrail.mcp.transport;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStreamableServerTransport;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;

/**
 * What is said to one request: the response alone as JSON, which can be packed; an event stream as soon as something
 * else has to be said before it, such as progress or a question to the user.
 */
final class ReplyStream implements McpStreamableServerTransport {
    private final HttpServletResponse http;
    private final McpJsonMapper json;
    private final WorkInHand.Work work;
    private boolean streaming;
    private boolean answered;

    ReplyStream(HttpServletResponse http, McpJsonMapper json, WorkInHand.Work work) {
        this.http = http;
        this.json = json;
        this.work = work;
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return sendMessage(message, null);
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message, @Nullable String messageId) {
        return Mono.fromRunnable(() -> {
            try {
                send(message, messageId);
            } catch (IOException gone) {
                throw new UncheckedIOException("the client went away", gone);
            }
        });
    }

    private synchronized void send(JSONRPCMessage message, @Nullable String messageId) throws IOException {
        // Whoever took a request back expects no response to it.
        if (answered || work.isCancelled()) {
            return;
        }
        answered = message instanceof JSONRPCResponse;
        var body = json.writeValueAsBytes(message);
        if (answered && !streaming) {
            http.setContentType(MediaType.APPLICATION_JSON_VALUE);
            http.setContentLength(body.length);
            http.getOutputStream().write(body);
        } else {
            event(body, messageId);
        }
    }

    private void event(byte[] body, @Nullable String messageId) throws IOException {
        beginStream();
        var head = (messageId == null ? "" : "id: " + messageId + "\n") + "event: message\ndata: ";
        var out = http.getOutputStream();
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(body);
        out.write("\n\n".getBytes(StandardCharsets.UTF_8));
        http.flushBuffer();
    }

    private void beginStream() {
        if (!streaming) {
            streaming = true;
            http.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            http.setHeader("Cache-Control", "no-cache, no-transform");
        }
    }

    /** Nothing more will be said: an empty stream is how a request ends that was taken back. */
    synchronized void end() throws IOException {
        if (!answered) {
            beginStream();
        }
        http.flushBuffer();
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return json.convertValue(data, type);
    }

    /** The reply ends when the request has been worked on, not before. */
    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }
}
