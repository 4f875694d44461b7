package io.asktrail.orchestrator.replay;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.CellChange;
import io.asktrail.contracts.answer.Replay;
import io.asktrail.contracts.answer.Since;
import io.asktrail.contracts.answer.StoredAnswer;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.orchestrator.answering.AnswerStore;
import io.asktrail.orchestrator.answering.Tasks;
import io.asktrail.orchestrator.asking.Asking;
import io.asktrail.registry.CurrentRegistry;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stored answers and what their figures are today. A figure that was shown to somebody and has moved since is told with
 * both values, so that two papers with different numbers can be explained.
 */
final class Replays {
    /** Enough to read; an export has the rest. */
    private static final int LISTED = 200;

    private final AnswerStore answers;
    private final Tasks tasks;
    private final Asking asking;
    private final CurrentRegistry registries;
    private final Clock clock;

    Replays(AnswerStore answers, Tasks tasks, Asking asking, CurrentRegistry registries, Clock clock) {
        this.answers = answers;
        this.tasks = tasks;
        this.asking = asking;
        this.registries = registries;
        this.clock = clock;
    }

    /**
     * The caller's answer as it was given.
     *
     * @param check whether to look what its figures are now; a source that is down never hides the answer
     * @throws SuiteException {@link ErrorCode#UNKNOWN_ID} if the caller has no such answer
     */
    StoredAnswer find(CallContext call, String id, boolean check) {
        var answer = stored(call, id);
        return new StoredAnswer(answer, check ? since(call, answer) : null);
    }

    /**
     * Answers the task of a stored answer again.
     *
     * @throws SuiteException {@link ErrorCode#UNKNOWN_ID} if the caller has no such answer, {@link
     *     ErrorCode#MALFORMED_REQUEST} if it is one without a task
     */
    Replay replay(CallContext call, String id) {
        var before = stored(call, id);
        var task = before.task();
        if (task == null) {
            throw new SuiteException(
                    ErrorCode.MALFORMED_REQUEST,
                    "This answer has no task that could be worked out again: ask the question again instead.");
        }
        var again = asking.again(call, task);
        return new Replay(
                again, compared(before, again.status(), again.table(), again.text(), again.registryVersion()));
    }

    private Answer stored(CallContext call, String id) {
        return answers.find(call.caller(), id)
                .orElseThrow(() -> new SuiteException(
                        ErrorCode.UNKNOWN_ID, "You have no answer with this id: ids come with each answer."));
    }

    private @Nullable Since since(CallContext call, Answer answer) {
        var task = answer.task();
        if (task == null || answer.table() == null) {
            return null;
        }
        try {
            return look(call, answer, task);
        } catch (SuiteException away) {
            return unknown(away.forCaller());
        }
    }

    private Since look(CallContext call, Answer answer, TaskSpec task) {
        var registry = registries.get();
        var now = tasks.workedOut(call, task, registry, Unrecorded.begin());
        return compared(answer, now.status(), now.table(), now.text(), registry.version());
    }

    private Since compared(
            Answer before, AnswerStatus status, @Nullable Table after, String text, String registryVersion) {
        var given = before.table();
        if (given == null
                || after == null
                || status != AnswerStatus.ANSWERED
                || before.status() != AnswerStatus.ANSWERED) {
            return unknown(given == null ? "The stored answer has no figures." : whyNot(before, status, text));
        }
        var changes = TableChanges.between(given, after);
        var redefined = !registryVersion.equals(before.registryVersion());
        return told(changes, redefined);
    }

    private static String whyNot(Answer before, AnswerStatus status, String text) {
        return before.status() == AnswerStatus.PARTIAL || status == AnswerStatus.PARTIAL
                ? "Only a part of the figures is there to be compared."
                : text;
    }

    private Since told(List<CellChange> changes, boolean redefined) {
        if (changes.isEmpty()) {
            return new Since(
                    Since.Status.UNCHANGED,
                    clock.instant(),
                    List.of(),
                    0,
                    "Worked out again just now: every figure is as it was.");
        }
        var listed = changes.subList(0, Math.min(LISTED, changes.size()));
        return new Since(
                redefined ? Since.Status.REDEFINED : Since.Status.RESTATED,
                clock.instant(),
                listed,
                changes.size() - listed.size(),
                sentence(changes.size(), redefined));
    }

    private static String sentence(int changes, boolean redefined) {
        var figures = changes == 1 ? "One figure is another" : "%d figures are others".formatted(changes);
        return redefined
                ? "%s than when this was answered: the registry's definitions have changed since, and the sources may have."
                        .formatted(figures)
                : "%s than when this was answered: the sources have been restated since.".formatted(figures);
    }

    private Since unknown(String reason) {
        return new Since(
                Since.Status.UNKNOWN,
                clock.instant(),
                List.of(),
                0,
                "What the figures are now could not be worked out. " + reason);
    }
}
