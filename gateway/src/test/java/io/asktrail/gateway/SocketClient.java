package io.asktrail.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The other end of a socket. */
final class SocketClient implements WebSocket.Listener {
    private static final long PATIENCE_S = 10;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile boolean reading = true;
    private @Nullable WebSocket socket;

    static SocketClient open(int port, String... headers) {
        var client = new SocketClient();
        var builder = client.http.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(PATIENCE_S));
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        client.socket = builder.buildAsync(URI.create("ws://127.0.0.1:%d/v1/ws".formatted(port)), client)
                .join();
        return client;
    }

    private WebSocket socket() {
        if (socket == null) {
            throw new IllegalStateException("not open");
        }
        return socket;
    }

    void say(String message) {
        socket().sendText(message, true).join();
    }

    void sayBytes(byte[] message) {
        socket().sendBinary(ByteBuffer.wrap(message), true).join();
    }

    /** The next message. */
    JsonNode next() {
        try {
            var message = heard.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("no message came; closed: " + closed.getNow("no"));
            }
            return JsonMapper.shared().readTree(message);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The code and the reason with which the server closes it. */
    String closed() {
        return closed.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    }

    boolean isCutOff() {
        return closed.isDone() || socket().isInputClosed() || cannotSend();
    }

    private boolean cannotSend() {
        return socket().sendPing(ByteBuffer.allocate(0)).isCompletedExceptionally();
    }

    void close() {
        socket().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    /** Without a close frame, as when a machine is switched off. */
    void vanish() {
        socket().abort();
    }

    void stopReading() {
        reading = false;
    }

    @Override
    public void onOpen(WebSocket opened) {
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            heard.add(part.toString());
            part.setLength(0);
        }
        if (reading) {
            from.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.complete("broken: " + failure);
    }
}
