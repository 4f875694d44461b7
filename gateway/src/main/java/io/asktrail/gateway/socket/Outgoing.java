package io.asktrail.gateway.socket;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.gateway.login.LoggedIn;
import io.asktrail.service.problem.Problem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.SessionLimitExceededException;
import tools.jackson.databind.json.JsonMapper;

/** The messages to one client, from several threads. A client that does not read them is left. */
final class Outgoing {
    private static final Logger log = LoggerFactory.getLogger(Outgoing.class);

    private final ConcurrentWebSocketSessionDecorator session;
    private final JsonMapper json;

    /** @param session as it came from the server */
    Outgoing(WebSocketSession session, SocketProperties bounds, JsonMapper json) {
        this.session = new ConcurrentWebSocketSessionDecorator(
                session,
                Math.toIntExact(bounds.sendWithin().toMillis()),
                Math.toIntExact(bounds.unread().toBytes()));
        this.json = json;
    }

    /** @throws IOException if the client is not there any more, or does not read */
    void send(Sent message) throws IOException {
        try {
            session.sendMessage(new TextMessage(json.writeValueAsBytes(message)));
        } catch (SessionLimitExceededException tooSlow) {
            close(Close.readsTooSlowly());
            throw new IOException(tooSlow);
        }
    }

    private record Ready(String sub, String until) {}

    /** Says that the client may ask now. */
    void ready(LoggedIn login) {
        attempt(new Sent(
                null,
                "ready",
                json.writeValueAsString(
                        new Ready(login.caller().sub(), login.until().toString())),
                null));
    }

    /** Says that a message of the client leads to nothing. */
    void error(@Nullable String id, ErrorCode code, String detail) {
        attempt(new Sent(id, "error", json.writeValueAsString(Problem.of(code, detail)), null));
    }

    private void attempt(Sent message) {
        try {
            send(message);
        } catch (IOException gone) {
            log.atDebug().setCause(gone).log("a message was not sent");
            close(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    void failed(RuntimeException fault) {
        log.atError().setCause(fault).log("a socket failed in a way nobody foresaw");
        close(Close.ourFault());
    }

    void close(CloseStatus why) {
        try {
            session.close(why);
        } catch (IOException | IllegalStateException gone) {
            log.atDebug().setCause(gone).log("a socket was closed already");
        }
    }
}
