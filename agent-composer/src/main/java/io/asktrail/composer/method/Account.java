package io.asktrail.composer.method;

import io.asktrail.contracts.agent.ComposerAgent.ComposeRequest;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.StepResult;
import java.util.List;
import java.util.stream.Stream;

/** A run as the method and the caveats look at it. */
record Account(ComposeRequest request) {
    /** A step that read data, with what it gave. */
    record Read(StepId id, StepInputs.Fetch inputs, StepResult.Rows rows) {}

    /** A step that gave nothing. */
    record Lost(Step step, StepResult.Missing missing) {}

    Stream<StepInputs> inputs() {
        return request.plan().steps().stream().map(Step::inputs);
    }

    List<Read> reads() {
        return request.plan().steps().stream()
                .filter(step -> step.inputs() instanceof StepInputs.Fetch
                        && request.results().get(step.id()) instanceof StepResult.Rows)
                .map(step -> new Read(step.id(), (StepInputs.Fetch) step.inputs(), (StepResult.Rows)
                        java.util.Objects.requireNonNull(request.results().get(step.id()))))
                .toList();
    }

    List<Lost> lost() {
        return request.plan().steps().stream()
                .filter(step -> request.results().get(step.id()) instanceof StepResult.Missing)
                .map(step -> new Lost(step, (StepResult.Missing)
                        java.util.Objects.requireNonNull(request.results().get(step.id()))))
                .toList();
    }

    /** Of the planner, then of the steps in their order; each said once. */
    Stream<Note> notes(Note.Kind kind) {
        var ofSteps = request.plan().steps().stream()
                .map(step -> request.results().get(step.id()))
                .filter(StepResult.Rows.class::isInstance)
                .flatMap(result -> ((StepResult.Rows) result).notes().stream());
        return Stream.concat(request.notes().stream(), ofSteps)
                .filter(note -> note.kind() == kind)
                .distinct();
    }
}
