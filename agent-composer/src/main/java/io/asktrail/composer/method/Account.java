package io.asktrail.composer.method;

import io.asktrail.contracts.agent.ComposerAgent.ComposeRequest;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.registry.Registry;
import io.asktrail.registry.template.TemplateCall;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A run as the method and the caveats look at it. */
record Account(ComposeRequest request, Registry registry) {
    /** A step that read data, with what it gave. */
    record Read(StepId id, StepInputs.Fetch inputs, StepResult.Rows rows) {}

    /** A step that gave nothing. */
    record Lost(Step step, StepResult.Missing missing) {}

    Stream<StepInputs> inputs() {
        return request.plan().steps().stream().map(Step::inputs);
    }

    List<Read> reads() {
        return request.plan().steps().stream()
                .flatMap(step -> read(step).stream())
                .toList();
    }

    private Optional<Read> read(Step step) {
        return request.results().get(step.id()) instanceof StepResult.Rows rows
                ? fetched(step.inputs()).map(fetch -> new Read(step.id(), fetch, rows))
                : Optional.empty();
    }

    /** What a step reads, whichever way it is written; empty if it reads nothing. */
    Optional<StepInputs.Fetch> fetched(StepInputs inputs) {
        return switch (inputs) {
            case StepInputs.Fetch fetch -> Optional.of(fetch);
            case StepInputs.Template template ->
                TemplateCall.find(registry, template).map(TemplateCall::inputs);
            case StepInputs.Aggregate _, StepInputs.Compare _, StepInputs.Convert _ -> Optional.empty();
        };
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
