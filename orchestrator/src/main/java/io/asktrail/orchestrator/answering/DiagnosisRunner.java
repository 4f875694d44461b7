package io.asktrail.orchestrator.answering;

import io.asktrail.contracts.agent.ComposerAgent.ExplainRequest;
import io.asktrail.contracts.agent.InsightsAgent;
import io.asktrail.contracts.agent.InsightsAgent.FindingsRequest;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.answer.TrailStep;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.stage.Stage;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.orchestrator.diagnosis.AnomalyStates;
import io.asktrail.orchestrator.diagnosis.Diagnosed;
import io.asktrail.orchestrator.diagnosis.Diagnosing;
import io.asktrail.orchestrator.execution.RunJournal;
import io.asktrail.orchestrator.planning.PlannedTask;
import io.asktrail.orchestrator.saying.OrchestratorSaying;
import io.asktrail.registry.Registry;
import io.asktrail.registry.wording.FailureWords;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Diagnosis to result: look until enough was seen, work out what it comes to, compose. */
final class DiagnosisRunner {
    private static final Logger log = LoggerFactory.getLogger(DiagnosisRunner.class);
    private static final StepId FINDINGS = new StepId("findings");
    private static final ToolRef TOOL = ToolRef.parse("insights.findings");

    private final Diagnosing diagnosing;
    private final InsightsAgent insights;
    private final Composing composing;
    private final AnomalyStates anomalies;

    DiagnosisRunner(Diagnosing diagnosing, InsightsAgent insights, Composing composing, AnomalyStates anomalies) {
        this.anomalies = anomalies;
        this.diagnosing = diagnosing;
        this.insights = insights;
        this.composing = composing;
    }

    /** @param task with the days it is held against */
    WorkedOut run(CallContext call, RunJournal journal, TaskSpec task, Registry registry, Consumer<Stage> stages) {
        return switch (diagnosing.run(call, journal, task, registry, stages)) {
            case Diagnosed.Refused(var refusal, var verdicts) -> WorkedOut.refused(refusal, verdicts);
            case Diagnosed.Looked looked ->
                explained(call, task, looked, registry, stages).costing(looked.cost());
        };
    }

    private WorkedOut explained(
            CallContext call, TaskSpec task, Diagnosed.Looked looked, Registry registry, Consumer<Stage> stages) {
        var began = System.nanoTime();
        var findings = findings(call, task, looked);
        var trail = new ArrayList<>(looked.result().trail());
        trail.add(step(findings, began));
        stages.accept(new Stage.StepDone(trail.getLast()));
        return switch (findings) {
            case StepResult.Missing gone -> without(call, gone, looked, trail, registry);
            case StepResult.Rows rows -> {
                remember(call, task, looked, rows.table(), registry);
                yield with(call, task, looked, rows.table(), trail, registry);
            }
        };
    }

    // Only what was looked at whole can say that something is over. That nothing could be remembered is no reason to
    // keep
    // the findings back.
    private void remember(CallContext call, TaskSpec task, Diagnosed.Looked looked, Table findings, Registry registry) {
        var ofAnomalies = task.diagnosis() != null && task.diagnosis().kind() == Diagnosis.Kind.ANOMALY;
        if (ofAnomalies && looked.missing().isEmpty()) {
            try {
                anomalies.saw(registry.accessOf(call.caller()).fingerprint(), task, findings);
            } catch (SuiteException failure) {
                log.atWarn().addKeyValue("code", failure.code()).log("anomalies not remembered");
            }
        }
    }

    private StepResult findings(CallContext call, TaskSpec task, Diagnosed.Looked looked) {
        try {
            return insights.findings(call, new FindingsRequest(task, looked.seen()));
        } catch (SuiteException failure) {
            return new StepResult.Missing(
                    failure.code(), FailureWords.of(failure.code(), failure.forCaller(), call.language()));
        }
    }

    private WorkedOut with(
            CallContext call,
            TaskSpec task,
            Diagnosed.Looked looked,
            Table findings,
            List<TrailStep> trail,
            Registry registry) {
        var composed = composing.explain(
                call,
                new ExplainRequest(task, looked.plan(), looked.result().results(), findings, looked.missing()),
                registry.accessOf(call.caller()));
        var verdicts = new ArrayList<>(looked.verdicts());
        verdicts.addAll(composed.verdicts());
        return WorkedOut.of(
                        looked.missing().isEmpty() && !composed.isWithoutWords()
                                ? AnswerStatus.ANSWERED
                                : AnswerStatus.PARTIAL,
                        composed.draft(),
                        looked.plan(),
                        trail,
                        verdicts,
                        TaskRunner.freshness(looked.result()))
                .thinking(looked.scratchpad());
    }

    // The whole was seen; that is worth telling even if nobody can share it out.
    private WorkedOut without(
            CallContext call,
            StepResult.Missing gone,
            Diagnosed.Looked looked,
            List<TrailStep> trail,
            Registry registry) {
        if (looked.result().results().get(looked.plan().outputs().table()) instanceof StepResult.Missing missing) {
            return nothing(call, missing, looked, trail);
        }
        var ready = new PlannedTask.Ready(looked.plan(), List.of(), looked.verdicts(), Cost.NONE);
        var look = looked.seen().getFirst().look();
        var composed = composing.compose(call, look, ready, looked.result(), registry.accessOf(call.caller()));
        var verdicts = new ArrayList<>(looked.verdicts());
        verdicts.addAll(composed.verdicts());
        return WorkedOut.of(
                        AnswerStatus.PARTIAL,
                        composed.draft()
                                .adding(new Caveat("missing", findingsMissing(gone, registry, call.language()))),
                        looked.plan(),
                        trail,
                        verdicts,
                        TaskRunner.freshness(looked.result()))
                .thinking(looked.scratchpad());
    }

    private static String findingsMissing(StepResult.Missing gone, Registry registry, Language language) {
        return new Wording(registry, language)
                .of(Said.of(OrchestratorSaying.FINDINGS_MISSING).text(gone.reason()));
    }

    private static WorkedOut nothing(
            CallContext call, StepResult.Missing missing, Diagnosed.Looked looked, List<TrailStep> trail) {
        return WorkedOut.withoutRows(
                        TaskRunner.statusOf(missing.code()),
                        TaskRunner.refusal(missing, call.language()),
                        looked.plan(),
                        trail,
                        looked.verdicts())
                .thinking(looked.scratchpad());
    }

    private static TrailStep step(StepResult findings, long began) {
        return new TrailStep(
                FINDINGS,
                "agent-insights",
                TOOL,
                null,
                findings instanceof StepResult.Rows rows ? rows.rowCount() : 0,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                1,
                CacheUse.MISS,
                findings instanceof StepResult.Missing missing ? missing.code() : null,
                List.of());
    }
}
