package io.asktrail.orchestrator.replay;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.CellChange;
import io.asktrail.contracts.answer.Replay;
import io.asktrail.contracts.answer.Since;
import io.asktrail.contracts.answer.StoredAnswer;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.orchestrator.answering.AnswerStore;
import io.asktrail.orchestrator.answering.Tasks;
import io.asktrail.orchestrator.asking.Asking;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.wording.FailureWords;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.SaidException;
import io.asktrail.registry.wording.Wording;
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
            throw new SaidException(ErrorCode.MALFORMED_REQUEST, Said.of(ReplaySaying.NO_TASK));
        }
        var again = asking.again(call.in(before.language()), task);
        return new Replay(
                again, compared(before, again.status(), again.table(), again.text(), again.registryVersion()));
    }

    private Answer stored(CallContext call, String id) {
        return answers.find(call.caller(), id)
                .orElseThrow(() -> new SaidException(ErrorCode.UNKNOWN_ID, Said.of(ReplaySaying.NO_SUCH_ANSWER)));
    }

    private @Nullable Since since(CallContext call, Answer answer) {
        var task = answer.task();
        if (task == null || answer.table() == null) {
            return null;
        }
        try {
            return look(call.in(answer.language()), answer, task);
        } catch (SuiteException away) {
            return unknown(FailureWords.of(away, answer.language()), answer.language());
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
            return unknown(whyNot(before, status, text), before.language());
        }
        var changes = TableChanges.between(given, after);
        var redefined = !registryVersion.equals(before.registryVersion());
        return told(changes, redefined, before.language());
    }

    private static String whyNot(Answer before, AnswerStatus status, String text) {
        var words = Wording.withoutNames(before.language());
        if (before.table() == null) {
            return words.of(ReplaySaying.NO_FIGURES);
        }
        return before.status() == AnswerStatus.PARTIAL || status == AnswerStatus.PARTIAL
                ? words.of(ReplaySaying.ONLY_A_PART)
                : text;
    }

    private Since told(List<CellChange> changes, boolean redefined, Language language) {
        var listed = changes.subList(0, Math.min(LISTED, changes.size()));
        var status =
                changes.isEmpty() ? Since.Status.UNCHANGED : redefined ? Since.Status.REDEFINED : Since.Status.RESTATED;
        var sentence = Wording.withoutNames(language).of(sentence(changes.size(), redefined));
        return new Since(status, clock.instant(), listed, changes.size() - listed.size(), sentence);
    }

    private static Said sentence(int changes, boolean redefined) {
        return switch (changes) {
            case 0 -> Said.of(ReplaySaying.UNCHANGED);
            case 1 -> Said.of(redefined ? ReplaySaying.ONE_REDEFINED : ReplaySaying.ONE_RESTATED);
            default ->
                Said.of(redefined ? ReplaySaying.MANY_REDEFINED : ReplaySaying.MANY_RESTATED)
                        .number(changes);
        };
    }

    private Since unknown(String reason, Language language) {
        var sentence = Wording.withoutNames(language)
                .of(Said.of(ReplaySaying.NOT_KNOWN).text(reason));
        return new Since(Since.Status.UNKNOWN, clock.instant(), List.of(), 0, sentence);
    }
}
