package io.asktrail.orchestrator.runs;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.diagnosis.Thought;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.orchestrator.answering.AnswerStore;
import io.asktrail.orchestrator.answering.Given;
import io.asktrail.orchestrator.execution.RunJournal;
import java.util.List;
import java.util.Optional;

/**
 * One run and its account. A run whose caller waits is written down from its first step on, so that an answer from
 * what is kept costs nothing; one that goes on alone from the moment it was asked for.
 */
public final class Run implements RunJournal {
    private static final String PREFIX = "run_";
    private static final String ANSWER_PREFIX = "ans_";

    private final String id;
    private final Caller caller;
    private final RunStore store;
    private final AnswerStore answers;
    private final boolean detached;
    private final boolean takenOver;
    private volatile boolean begun;

    private Run(String id, Caller caller, RunStore store, AnswerStore answers, boolean detached, boolean takenOver) {
        this.id = id;
        this.caller = caller;
        this.store = store;
        this.answers = answers;
        this.detached = detached;
        this.takenOver = takenOver;
        this.begun = detached;
    }

    static Run attached(String answerId, Caller caller, RunStore store, AnswerStore answers) {
        return new Run(ofAnswer(answerId), caller, store, answers, false, false);
    }

    static Run detached(String id, Caller caller, RunStore store, AnswerStore answers, boolean takenOver) {
        return new Run(id, caller, store, answers, true, takenOver);
    }

    static String ofAnswer(String answerId) {
        return PREFIX + answerId.substring(ANSWER_PREFIX.length());
    }

    @Override
    public String runId() {
        return id;
    }

    /** Where the answer will be: the same whoever finishes the run. */
    public String answerId() {
        return ANSWER_PREFIX + id.substring(PREFIX.length());
    }

    @Override
    public void planned(Plan plan) {
        beginIfNeeded();
    }

    private void beginIfNeeded() {
        if (!begun) {
            store.beginAttached(id, caller);
            begun = true;
        }
    }

    @Override
    public Optional<StepResult> finished(Step step) {
        return takenOver ? store.finished(id, store.key(step)) : Optional.empty();
    }

    @Override
    public void waveDone(List<FinishedStep> steps) {
        store.keep(id, steps, detached);
    }

    @Override
    public List<NextLook.Look> rounds() {
        return takenOver ? store.rounds().looks(id) : List.of();
    }

    @Override
    public void looking(int round, NextLook.Look look) {
        beginIfNeeded();
        store.rounds().begin(id, round, look);
    }

    @Override
    public void thought(Thought thought) {
        beginIfNeeded();
        store.rounds().end(id, thought);
    }

    /**
     * Keeps the answer and ends the run, both or neither.
     *
     * @throws SuiteException {@link ErrorCode#CANCELLED} if somebody else has taken the run over
     */
    public Given finish(Answer answer) {
        return begun
                ? store.finish(id, caller, answer)
                        .orElseThrow(() -> new SuiteException(
                                ErrorCode.CANCELLED,
                                "This run was ended or taken over meanwhile: see /v1/runs/%s, or ask again."
                                        .formatted(id)))
                : answers.keep(caller, answer);
    }

    /** Ends a run that gives no answer; does nothing if it was never begun, or was ended by somebody else. */
    public void fail(SuiteException failure) {
        if (begun) {
            var status = failure.code() == ErrorCode.CANCELLED ? RunStatus.CANCELLED : RunStatus.FAILED;
            // Whoever was stopped still has to write down that it was: a connection cannot be used while interrupted.
            var stopped = Thread.interrupted();
            try {
                store.fail(id, status, new RunFailure(failure.code(), failure.forCaller()));
            } finally {
                if (stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
