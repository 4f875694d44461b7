package io.asktrail.orchestrator.answering;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.stage.Stage;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.orchestrator.diagnosis.Diagnosing;
import io.asktrail.orchestrator.execution.RunJournal;
import io.asktrail.orchestrator.tools.DataVersions;
import io.asktrail.registry.Registry;
import io.asktrail.registry.tool.ToolDefinition;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers tasks, from the cache where an equal one was just worked out for equal rights. */
public final class Tasks {
    private final TaskRunner runner;
    private final DiagnosisRunner diagnoses;
    private final HelpDesk help;
    private final AnswerCache cache;
    private final DataVersions versions;

    public Tasks(
            TaskRunner runner, DiagnosisRunner diagnoses, HelpDesk help, AnswerCache cache, DataVersions versions) {
        this.runner = runner;
        this.diagnoses = diagnoses;
        this.help = help;
        this.cache = cache;
        this.versions = versions;
    }

    public Answer answer(
            CallContext call,
            TaskSpec task,
            @Nullable Reading reading,
            AnswerWriter writer,
            List<RuleVerdict> verdicts,
            RunJournal journal,
            Consumer<Stage> stages) {
        if (task.intent() == Intent.META_HELP) {
            return writer.worked(help.explain(call, task), CacheUse.MISS, task, reading, verdicts);
        }
        return task.intent() == Intent.DIAGNOSTICS
                ? cached(call, Diagnosing.compared(task, writer.registry()), reading, writer, verdicts, journal, stages)
                : cached(call, task, reading, writer, verdicts, journal, stages);
    }

    private Answer cached(
            CallContext call,
            TaskSpec task,
            @Nullable Reading reading,
            AnswerWriter writer,
            List<RuleVerdict> verdicts,
            RunJournal journal,
            Consumer<Stage> stages) {
        var key = new AnswerCache.Key(
                task, writer.access().fingerprint(), writer.registry().version(), data());
        var found =
                cache.get(key, call.deadline(), () -> workOut(call, journal, task, writer.registry(), stages));
        return writer.worked(found.result(), found.use(), task, reading, verdicts);
    }

    private WorkedOut workOut(
            CallContext call, RunJournal journal, TaskSpec task, Registry registry, Consumer<Stage> stages) {
        return task.intent() == Intent.DIAGNOSTICS
                ? diagnoses.run(call, journal, task, registry, stages)
                : runner.run(call, journal, task, registry, stages);
    }

    private String data() {
        return versions.of(ToolDefinition.Agent.ADS) + versions.of(ToolDefinition.Agent.SALES);
    }
}
