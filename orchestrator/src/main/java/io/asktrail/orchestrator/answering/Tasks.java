package io.asktrail.orchestrator.answering;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.stage.Stage;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.masking.Masking;
import io.asktrail.orchestrator.diagnosis.Diagnosing;
import io.asktrail.orchestrator.execution.RunJournal;
import io.asktrail.orchestrator.naming.TaskNames;
import io.asktrail.orchestrator.tools.DataVersions;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.tool.ToolDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers tasks, from the cache where an equal one was just worked out for equal rights. */
public final class Tasks {
    private final TaskRunner runner;
    private final DiagnosisRunner diagnoses;
    private final HelpDesk help;
    private final AnswerCache cache;
    private final DataVersions versions;
    private final RightsPrints rights;
    private final AnswerTags tags;
    private final boolean partialAnswers;

    /** @param partialAnswers whether an answer is given of which a part is missing */
    Tasks(
            TaskRunner runner,
            DiagnosisRunner diagnoses,
            HelpDesk help,
            AnswerCache cache,
            DataVersions versions,
            RightsPrints rights,
            AnswerTags tags,
            boolean partialAnswers) {
        this.runner = runner;
        this.diagnoses = diagnoses;
        this.help = help;
        this.cache = cache;
        this.versions = versions;
        this.rights = rights;
        this.tags = tags;
        this.partialAnswers = partialAnswers;
    }

    /**
     * The answer to a task.
     *
     * @param beforeWork done before anything is worked out, once or more often, and not where the result is at hand or being
     *     worked out for somebody else; whatever it throws ends this
     */
    public Answer answer(
            CallContext call,
            TaskSpec task,
            @Nullable Reading reading,
            AnswerWriter writer,
            List<RuleVerdict> verdicts,
            RunJournal journal,
            Consumer<Stage> stages,
            Runnable beforeWork) {
        var asked = compared(task, writer.registry());
        var found = find(call, asked, writer.registry(), journal, stages, beforeWork);
        return writer.worked(found.result(), found.use(), asked, reading, verdicts);
    }

    /** What the caller may see. */
    public Access accessOf(CallContext call, Registry registry) {
        return rights.accessOf(call.caller(), registry);
    }

    private static TaskSpec compared(TaskSpec task, Registry registry) {
        return task.intent() == Intent.DIAGNOSTICS ? Diagnosing.compared(task, registry) : task;
    }

    /** What a task comes to now under the caller's rights, without an answer being made of it. */
    public WorkedOut workedOut(CallContext call, TaskSpec task, Registry registry, RunJournal journal) {
        return find(call, task, registry, journal, _ -> {}, () -> {}).result();
    }

    private AnswerCache.Found find(
            CallContext call,
            TaskSpec task,
            Registry registry,
            RunJournal journal,
            Consumer<Stage> stages,
            Runnable beforeWork) {
        if (task.intent() == Intent.META_HELP) {
            beforeWork.run();
            return new AnswerCache.Found(named(help.explain(call, task), call, registry), CacheUse.MISS);
        }
        var key = key(call, task, registry);
        // Not only where the work begins: others who join this one would wait with it for what may be refused. And an
        // export has its file to be written, whatever is kept.
        if (task.intent() == Intent.DATA_EXPORT || !cache.has(key)) {
            beforeWork.run();
        }
        return cache.get(key, call.deadline(), () -> {
            beforeWork.run(); // whoever was joined may have given up
            return named(workOut(call, journal, task, registry, stages), call, registry);
        });
    }

    // Once for all who share the result: they have the same rights and read the same language.
    private WorkedOut named(WorkedOut result, CallContext call, Registry registry) {
        var masking = Masking.of(rights.accessOf(call.caller(), registry));
        return result.naming(new TaskNames(registry, call.language()).of(result.followups(), masking));
    }

    /**
     * The tag of what is kept for the task, without an answer being made of it.
     *
     * @return empty if nothing is kept, or if nobody was told its tag yet
     */
    public Optional<String> keptTag(CallContext call, TaskSpec task, Registry registry) {
        return task.intent() == Intent.META_HELP || task.export() != null
                ? Optional.empty()
                : cache.peek(key(call, compared(task, registry), registry)).flatMap(tags::known);
    }

    /** The tag of an answer that was made for the caller just now. */
    public String tag(CallContext call, Answer answer, Registry registry) {
        var task = answer.task();
        if (task == null || task.export() != null || answer.table() == null) {
            return tags.of(answer);
        }
        return cache.peek(key(call, task, registry))
                .filter(kept -> kept.table() == answer.table()) // the answer was made of it, and not of one before
                .map(kept -> tags.of(kept, answer))
                .orElseGet(() -> tags.of(answer));
    }

    private AnswerCache.Key key(CallContext call, TaskSpec task, Registry registry) {
        return new AnswerCache.Key(
                task, rights.of(call.caller(), registry), registry.version(), data(), call.language());
    }

    private WorkedOut workOut(
            CallContext call, RunJournal journal, TaskSpec task, Registry registry, Consumer<Stage> stages) {
        var result = task.intent() == Intent.DIAGNOSTICS
                ? diagnoses.run(call, journal, task, registry, stages)
                : runner.run(call, journal, task, registry, stages);
        return partialAnswers ? result : result.wholeOrNothing(call.language());
    }

    private String data() {
        return versions.of(ToolDefinition.Agent.ADS) + versions.of(ToolDefinition.Agent.SALES);
    }
}
