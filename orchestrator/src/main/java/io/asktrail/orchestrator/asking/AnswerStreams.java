package io.asktrail.orchestrator.asking;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.stage.Stage;
import io.asktrail.service.presence.Waiting;
import io.micrometer.context.ContextSnapshotFactory;
import jakarta.servlet.ServletRequest;
import java.time.Clock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Work whose stages are sent as server-sent events; when the reader goes away, the work is stopped. */
final class AnswerStreams {
    private static final Logger log = LoggerFactory.getLogger(AnswerStreams.class);

    private final Clock clock;

    AnswerStreams(Clock clock) {
        this.clock = clock;
    }

    /** @param request whose caller reads the stream */
    SseEmitter stream(ServletRequest request, CallContext call, Consumer<Consumer<Stage>> work) {
        var emitter = new SseEmitter(call.deadline().remaining(clock).toMillis());
        var events = new EventQueue(emitter);
        var inContext = ContextSnapshotFactory.builder().build().captureAll().wrap(() -> run(events, work));
        var worker = Thread.ofVirtual().name("answer-stream").unstarted(inContext);
        var writer = Thread.ofVirtual().name("answer-stream-writer").unstarted(() -> {
            events.write();
            worker.interrupt(); // it has ended, unless its reader is gone
        });
        Waiting.whenGone(request, worker::interrupt);
        emitter.onError(_ -> worker.interrupt());
        emitter.onTimeout(worker::interrupt);
        worker.start();
        writer.start();
        return emitter;
    }

    private static void run(EventQueue events, Consumer<Consumer<Stage>> work) {
        try {
            work.accept(stage -> events.send(stage.event(), stage.payload()));
        } catch (SuiteException failure) {
            sendProblem(events, failure);
        } catch (RuntimeException fault) {
            log.atError().setCause(fault).log("answer stream failed");
            sendProblem(events, new SuiteException(ErrorCode.BROKEN_INVARIANT, "Asktrail failed at this question."));
        } finally {
            events.end();
        }
    }

    private static void sendProblem(EventQueue events, SuiteException failure) {
        if (failure.code() == ErrorCode.CANCELLED) {
            return;
        }
        var problem = ProblemDetail.forStatus(500);
        problem.setDetail(failure.forCaller());
        problem.setProperty("code", failure.code());
        events.send("error", problem);
    }
}
