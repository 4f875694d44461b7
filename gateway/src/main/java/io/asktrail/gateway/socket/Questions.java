package io.asktrail.gateway.socket;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.service.channel.FrontDoor;
import io.asktrail.service.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import tools.jackson.databind.json.JsonMapper;

/** Asks what came through a socket as everybody asks, so that limits, rights and records hold, and hands on what comes back. */
final class Questions {
    private static final String ERROR = "error";

    private final FrontDoor door;
    private final JsonMapper json;

    Questions(FrontDoor door, JsonMapper json) {
        this.door = door;
        this.json = json;
    }

    /**
     * Returns when the question has been answered. Work for it stops if this thread is interrupted.
     *
     * @throws IOException if the client is gone
     */
    void answer(Caller caller, Said.Question question, Outgoing out) throws IOException, InterruptedException {
        try {
            door.as(caller)
                    .post()
                    .uri("/v1/ask")
                    .contentType(MediaType.APPLICATION_JSON)
                    .accept(MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_PROBLEM_JSON)
                    .body(question.request())
                    .exchangeForRequiredValue((_, reply) -> passedOn(reply, question.id(), out));
        } catch (ClientGone gone) {
            throw gone.getCause();
        } catch (ResourceAccessException | UncheckedIOException cut) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            out.error(question.id(), ErrorCode.AGENT_DOWN, "The answer was cut off: ask again.");
        }
    }

    private boolean passedOn(ClientHttpResponse reply, @Nullable String id, Outgoing out) throws IOException {
        if (reply.getStatusCode().isError()) {
            send(new Sent(id, ERROR, problem(reply), retryAfter(reply.getHeaders())), out);
            return true;
        }
        var events = new ServerEvents(reply.getBody());
        for (var event = events.next(); event != null; event = events.next()) {
            send(new Sent(id, event.name(), event.data(), null), out);
        }
        return true;
    }

    private String problem(ClientHttpResponse reply) throws IOException {
        if (MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(
                reply.getHeaders().getContentType())) {
            return new String(reply.getBody().readAllBytes(), StandardCharsets.UTF_8);
        }
        return json.writeValueAsString(
                Problem.of(ErrorCode.AGENT_DOWN, "The service is not there just now: try again in a moment."));
    }

    private static @Nullable Long retryAfter(HttpHeaders headers) {
        var seconds = headers.getFirst(HttpHeaders.RETRY_AFTER);
        return seconds == null || !seconds.matches("\\d{1,6}") ? null : Long.valueOf(seconds);
    }

    private static void send(Sent message, Outgoing out) {
        try {
            out.send(message);
        } catch (IOException gone) {
            throw new ClientGone(gone);
        }
    }

    /** Told from a failure of the way inside. */
    private static final class ClientGone extends RuntimeException {
        private final IOException cause;

        ClientGone(IOException cause) {
            super(cause);
            this.cause = cause;
        }

        @Override
        public synchronized IOException getCause() {
            return cause;
        }
    }
}
