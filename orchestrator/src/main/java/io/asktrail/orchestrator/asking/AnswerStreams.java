package io.asktrail.orchestrator.asking;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.stage.Stage;
import io.micrometer.context.ContextSnapshotFactory;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Work whose stages are sent as server-sent events; when the reader goes away, the work is stopped. */
public final class AnswerStreams {
    private static final Logger log = LoggerFactory.getLogger(AnswerStreams.class);

    private final Clock clock;

    public AnswerStreams(Clock clock) {
        this.clock = clock;
    }

    SseEmitter stream(CallContext call, Consumer<Consumer<Stage>> work) {
        var emitter = new SseEmitter(call.deadline().remaining(clock).toMillis());
        var inContext = ContextSnapshotFactory.builder().build().captureAll().wrap(() -> run(emitter, work));
        var thread = Thread.ofVirtual().name("answer-stream").unstarted(inContext);
        emitter.onError(_ -> thread.interrupt());
        emitter.onTimeout(thread::interrupt);
        thread.start();
        return emitter;
    }

    private static void run(SseEmitter emitter, Consumer<Consumer<Stage>> work) {
        try {
            work.accept(stage -> send(emitter, stage));
            emitter.complete();
        } catch (SuiteException failure) {
            sendProblem(emitter, failure);
        } catch (RuntimeException fault) {
            log.atError().setCause(fault).log("answer stream failed");
            sendProblem(emitter, new SuiteException(ErrorCode.BROKEN_INVARIANT, "Asktrail failed at this question."));
        }
    }

    private static void send(SseEmitter emitter, Stage stage) {
        try {
            emitter.send(SseEmitter.event().name(stage.event()).data(stage.payload()));
        } catch (IOException gone) {
            throw new SuiteException(ErrorCode.CANCELLED, "The caller went away, so the work was stopped.", gone);
        }
    }

    private static void sendProblem(SseEmitter emitter, SuiteException failure) {
        if (failure.code() == ErrorCode.CANCELLED) {
            emitter.complete();
            return;
        }
        var problem = ProblemDetail.forStatus(500);
        problem.setDetail(failure.forCaller());
        problem.setProperty("code", failure.code());
        try {
            emitter.send(SseEmitter.event().name("error").data(problem));
            emitter.complete();
        } catch (IOException gone) {
            emitter.completeWithError(gone);
        }
    }
}
