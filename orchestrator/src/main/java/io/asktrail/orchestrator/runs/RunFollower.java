package io.asktrail.orchestrator.runs;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.orchestrator.answering.AnswerStore;
import io.asktrail.service.presence.Waiting;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends what is written down of a run, from its first stage on: whoever was away misses nothing, and it does not matter
 * which orchestrator works on it.
 */
final class RunFollower {
    private static final Duration LOOKED_UP = Duration.ofMillis(200);

    private final Runs runs;
    private final AnswerStore answers;
    private final Duration longest;

    /** @param longest after which a listener is let go; it may come back */
    RunFollower(Runs runs, AnswerStore answers, Duration longest) {
        this.runs = runs;
        this.answers = answers;
        this.longest = longest;
    }

    /** @param request whose caller listens */
    SseEmitter follow(ServletRequest request, CallContext call, String id) {
        runs.find(call.caller(), id); // an unknown run is said at once, not in the stream
        var emitter = new SseEmitter(longest.toMillis());
        var thread = Thread.ofVirtual().name("follow-" + id).unstarted(() -> send(emitter, call, id));
        Waiting.whenGone(request, thread::interrupt);
        emitter.onError(_ -> thread.interrupt());
        emitter.onTimeout(thread::interrupt);
        thread.start();
        return emitter;
    }

    private void send(SseEmitter emitter, CallContext call, String id) {
        try {
            int sent = 0;
            while (true) {
                var run = runs.find(call.caller(), id);
                // Fewer stages than were sent: another orchestrator began the account again.
                for (; sent < run.stages().size(); sent++) {
                    var stage = run.stages().get(sent);
                    emitter.send(SseEmitter.event().name(stage.event()).data(stage.data()));
                }
                if (run.status() != RunStatus.RUNNING) {
                    end(emitter, call, run);
                    return;
                }
                Thread.sleep(LOOKED_UP);
            }
        } catch (IOException gone) {
            emitter.completeWithError(gone);
        } catch (InterruptedException _) {
            emitter.complete();
        }
    }

    private void end(SseEmitter emitter, CallContext call, RunView run) throws IOException {
        Optional<Answer> answer =
                run.answerId() == null ? Optional.empty() : answers.find(call.caller(), run.answerId());
        if (answer.isPresent()) {
            emitter.send(SseEmitter.event().name("answer").data(answer.get()));
        } else {
            emitter.send(SseEmitter.event().name("error").data(problem(run)));
        }
        emitter.complete();
    }

    private static ProblemDetail problem(RunView run) {
        var problem = ProblemDetail.forStatus(500);
        var failure = run.failure();
        problem.setDetail(failure == null ? "The run was " + run.status().text() + "." : failure.detail());
        if (failure != null) {
            problem.setProperty("code", failure.code());
        }
        return problem;
    }
}
