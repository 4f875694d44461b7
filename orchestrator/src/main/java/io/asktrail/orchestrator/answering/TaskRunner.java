package io.asktrail.orchestrator.answering;

import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.Refusal;
import io.asktrail.contracts.answer.TrailStep;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.stage.Stage;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.masking.Masking;
import io.asktrail.orchestrator.execution.PlanRunner;
import io.asktrail.orchestrator.execution.RunJournal;
import io.asktrail.orchestrator.execution.RunResult;
import io.asktrail.orchestrator.planning.PlannedTask;
import io.asktrail.orchestrator.planning.Planning;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.wording.FailureWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Task to result: plan, run, compose. */
final class TaskRunner {
    private final Planning planning;
    private final PlanRunner runner;
    private final Composing composing;

    TaskRunner(Planning planning, PlanRunner runner, Composing composing) {
        this.planning = planning;
        this.runner = runner;
        this.composing = composing;
    }

    /** @param journal where the run is written down */
    WorkedOut run(CallContext call, RunJournal journal, TaskSpec task, Registry registry, Consumer<Stage> stages) {
        var planned = planning.plan(call, task, registry);
        return run(call, journal, task, registry, planned, stages).costing(planned.cost());
    }

    private WorkedOut run(
            CallContext call,
            RunJournal journal,
            TaskSpec task,
            Registry registry,
            PlannedTask planned,
            Consumer<Stage> stages) {
        return switch (planned) {
            case PlannedTask.Refused refused ->
                WorkedOut.refused(
                        new Refusal(refused.code(), refused.rule(), refused.reason(), refused.nearest()),
                        refused.verdicts());
            case PlannedTask.Ready ready -> {
                var access = registry.accessOf(call.caller());
                var masked = new MaskedRun(Masking.of(access));
                stages.accept(new Stage.Planned(ready.plan()));
                var result = runner.run(
                        call,
                        journal,
                        ready.plan(),
                        registry,
                        step -> stages.accept(new Stage.StepDone(masked.step(step))));
                yield conclude(call, task, ready, masked.of(result), registry, access);
            }
        };
    }

    private WorkedOut conclude(
            CallContext call,
            TaskSpec task,
            PlannedTask.Ready ready,
            RunResult result,
            Registry registry,
            Access access) {
        if (result.results().get(ready.plan().outputs().table()) instanceof StepResult.Missing missing
                && (missing.code().blame() == ErrorCode.Blame.CALLER || !hasAny(task, result, registry))) {
            return nothing(call, missing, result.trail(), ready);
        }
        var composed = composing.compose(call, task, ready, result, access);
        var verdicts = new ArrayList<>(ready.verdicts());
        verdicts.addAll(composed.verdicts());
        return WorkedOut.of(
                result.hasMissing() || composed.isWithoutWords() ? AnswerStatus.PARTIAL : AnswerStatus.ANSWERED,
                composed.draft(),
                ready.plan(),
                result.trail(),
                verdicts,
                freshness(result));
    }

    // Where the last step is gone, numbers of an earlier one are still worth having: unless a condition on a number
    // would
    // have left some of them out, and nobody can tell which.
    private static boolean hasAny(TaskSpec task, RunResult result, Registry registry) {
        return task.filters().stream().noneMatch(filter -> registry.isMetric(filter.field()))
                && result.results().values().stream()
                        .filter(StepResult.Rows.class::isInstance)
                        .map(rows -> ((StepResult.Rows) rows).table())
                        .anyMatch(table -> task.metrics().stream()
                                .anyMatch(
                                        metric -> table.indexOf(metric.value()).isPresent()));
    }

    // Whose fault it is decides whether it is a refusal, which stays true, or a failure, which may be gone next time.
    static AnswerStatus statusOf(ErrorCode code) {
        return switch (code.blame()) {
            case CALLER -> AnswerStatus.REFUSED;
            case CAPACITY, UPSTREAM, US -> AnswerStatus.FAILED;
        };
    }

    /** What a step that gave nothing comes to where the answer depends on it. */
    static Refusal refusal(StepResult.Missing missing, Language language) {
        var reason = FailureWords.of(missing.code(), missing.reason(), language);
        return new Refusal(missing.code(), null, reason, List.of());
    }

    private static WorkedOut nothing(
            CallContext call, StepResult.Missing missing, List<TrailStep> trail, PlannedTask.Ready ready) {
        return WorkedOut.withoutRows(
                statusOf(missing.code()), refusal(missing, call.language()), ready.plan(), trail, ready.verdicts());
    }

    static List<Freshness> freshness(RunResult result) {
        return result.trail().stream()
                .map(step -> result.results().get(step.step()))
                .filter(StepResult.Rows.class::isInstance)
                .map(rows -> ((StepResult.Rows) rows).freshness())
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
    }
}
