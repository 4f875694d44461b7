package io.asktrail.orchestrator.execution;

import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.diagnosis.Thought;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.result.StepResult;
import java.util.List;
import java.util.Optional;

/** Where a run writes down what it has done, so that nobody has to do it again. */
public interface RunJournal {
    /** Under which repeated steps of this run are recognised. */
    String runId();

    /** Before the first step. */
    void planned(Plan plan);

    /** What an equal step of this run has given already, before somebody else took the run over. */
    Optional<StepResult> finished(Step step);

    /** After each wave. */
    void waveDone(List<FinishedStep> steps);

    /** The rounds of a diagnosis that were begun before somebody else took the run over, in order. */
    default List<NextLook.Look> rounds() {
        return List.of();
    }

    /**
     * Before a round of a diagnosis.
     *
     * @param round from 1
     */
    default void looking(int round, NextLook.Look look) {}

    /** After a round of a diagnosis, and at its end. */
    default void thought(Thought thought) {}

    record FinishedStep(Step step, StepResult result) {}
}
