package io.asktrail.orchestrator.asking;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Events between the work and its reader. The work does not wait for a reader that is slow: it gets ahead by so many
 * events, and a reader that is further behind is let go.
 */
final class EventQueue {
    /** More than any answer's stages. */
    static final int MOST_WAITING = 256;

    private final SseEmitter emitter;
    private final BlockingQueue<Event> waiting;

    private sealed interface Event {
        record Sent(String name, Object data) implements Event {}

        record End() implements Event {}
    }

    EventQueue(SseEmitter emitter) {
        this(emitter, MOST_WAITING);
    }

    EventQueue(SseEmitter emitter, int mostWaiting) {
        this.emitter = emitter;
        this.waiting = new LinkedBlockingQueue<>(mostWaiting);
    }

    /** @throws SuiteException {@link ErrorCode#CANCELLED} if the reader is too far behind */
    void send(String name, Object data) {
        add(new Event.Sent(name, data));
    }

    /** After what was sent before; a reader that is too far behind is cut off in the middle. */
    void end() {
        while (!waiting.offer(new Event.End())) {
            waiting.poll();
        }
    }

    private void add(Event event) {
        if (!waiting.offer(event)) {
            throw new SuiteException(
                    ErrorCode.CANCELLED, "The reader did not keep up with the events, so the work was stopped.");
        }
    }

    /** Writes what comes until the end, at the reader's pace; returns early if the reader is gone. */
    void write() {
        try {
            while (waiting.take() instanceof Event.Sent(var name, var data)) {
                emitter.send(SseEmitter.event().name(name).data(data));
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            emitter.completeWithError(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }
}
