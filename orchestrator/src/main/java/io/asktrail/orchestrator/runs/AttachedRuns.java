package io.asktrail.orchestrator.runs;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.orchestrator.answering.AnswerStore;
import io.asktrail.orchestrator.answering.Ids;

/** Runs whose caller waits for them. */
public final class AttachedRuns {
    private final RunStore store;
    private final AnswerStore answers;

    AttachedRuns(RunStore store, AnswerStore answers) {
        this.store = store;
        this.answers = answers;
    }

    public Run of(Caller caller) {
        return Run.attached(Ids.answer(), caller, store, answers);
    }
}
