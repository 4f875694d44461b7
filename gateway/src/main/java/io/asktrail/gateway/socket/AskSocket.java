package io.asktrail.gateway.socket;

import io.asktrail.gateway.login.CallerAuthentication;
import io.asktrail.gateway.login.CallerLogin;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/** {@code /v1/ws}: what {@code POST /v1/ask} does, question after question, without a new request for each. */
final class AskSocket extends TextWebSocketHandler {
    private static final String VISITOR = Visitor.class.getName();
    // Where the server looks for how long it may wait for a client to read.
    private static final String SEND_WITHIN = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private final CallerLogin logins;
    private final Questions questions;
    private final Timers timers;
    private final SocketProperties bounds;
    private final DataSize maxMessage;
    private final JsonMapper json;
    private final Clock clock;

    AskSocket(
            CallerLogin logins,
            Questions questions,
            Timers timers,
            SocketProperties bounds,
            DataSize maxMessage,
            JsonMapper json,
            Clock clock) {
        this.logins = logins;
        this.questions = questions;
        this.timers = timers;
        this.bounds = bounds;
        this.maxMessage = maxMessage;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(Math.toIntExact(maxMessage.toBytes()));
        if (session instanceof NativeWebSocketSession server
                && server.getNativeSession() instanceof jakarta.websocket.Session its) {
            its.getUserProperties().put(SEND_WITHIN, bounds.sendWithin().toMillis());
        }
        var visitor = new Visitor(new Outgoing(session, bounds, json), logins, questions, timers, bounds, clock);
        session.getAttributes().put(VISITOR, visitor);
        if (session.getPrincipal() instanceof CallerAuthentication known) {
            visitor.isKnownAs(known.login());
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        var visitor = visitor(session);
        if (visitor != null) {
            visitor.said(Said.read(message.getPayload(), json));
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        leave(session);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        leave(session);
    }

    private static void leave(WebSocketSession session) {
        var visitor = visitor(session);
        if (visitor != null) {
            visitor.gone();
        }
    }

    private static @Nullable Visitor visitor(WebSocketSession session) {
        return session.getAttributes().get(VISITOR) instanceof Visitor visitor ? visitor : null;
    }
}
