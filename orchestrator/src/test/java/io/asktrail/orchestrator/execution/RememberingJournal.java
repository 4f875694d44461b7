package io.asktrail.orchestrator.execution;

import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.diagnosis.Thought;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.result.StepResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run that is written down, for whoever takes it over. */
public final class RememberingJournal implements RunJournal {
    private final Map<Object, StepResult> steps = new HashMap<>();
    private final List<NextLook.Look> rounds = new ArrayList<>();
    public final List<Thought> thoughts = new ArrayList<>();
    private List<NextLook.Look> before = List.of();

    /** From here on somebody else works on it. */
    public void takenOver() {
        before = List.copyOf(rounds);
        thoughts.clear();
    }

    @Override
    public String runId() {
        return "run1";
    }

    @Override
    public void planned(Plan plan) {}

    @Override
    public Optional<StepResult> finished(Step step) {
        return Optional.ofNullable(steps.get(step.inputs()));
    }

    @Override
    public void waveDone(List<FinishedStep> done) {
        done.forEach(step -> steps.put(step.step().inputs(), step.result()));
    }

    @Override
    public List<NextLook.Look> rounds() {
        return before;
    }

    @Override
    public void looking(int round, NextLook.Look look) {
        if (round > rounds.size()) {
            rounds.add(look);
        }
    }

    @Override
    public void thought(Thought thought) {
        thoughts.add(thought);
    }
}
