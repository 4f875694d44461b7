package io.asktrail.orchestrator.execution;

import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.result.StepResult;
import java.util.List;
import java.util.Optional;

/** A run that nobody writes down. */
public record ForgetfulJournal(String runId) implements RunJournal {
    @Override
    public void planned(Plan plan) {}

    @Override
    public Optional<StepResult> finished(Step step) {
        return Optional.empty();
    }

    @Override
    public void waveDone(List<FinishedStep> steps) {}
}
