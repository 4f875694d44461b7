package io.asktrail.orchestrator.replay;

import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.orchestrator.answering.Ids;
import io.asktrail.orchestrator.execution.RunJournal;
import java.util.List;
import java.util.Optional;

/** A look at what a task comes to today: nobody takes it over and nothing of it is kept. */
record Unrecorded(String runId) implements RunJournal {
    static Unrecorded begin() {
        return new Unrecorded("look_" + Ids.answer());
    }

    @Override
    public void planned(Plan plan) {}

    @Override
    public Optional<StepResult> finished(Step step) {
        return Optional.empty();
    }

    @Override
    public void waveDone(List<FinishedStep> steps) {}
}
