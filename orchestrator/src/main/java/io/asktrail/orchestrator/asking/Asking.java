package io.asktrail.orchestrator.asking;

import io.asktrail.contracts.agent.RouterAgent;
import io.asktrail.contracts.agent.RouterAgent.Memory;
import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.Refusal;
import io.asktrail.contracts.ask.AskRequest;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.stage.Stage;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.Judgement;
import io.asktrail.orchestrator.answering.AnswerWriter;
import io.asktrail.orchestrator.answering.Given;
import io.asktrail.orchestrator.answering.Ids;
import io.asktrail.orchestrator.answering.Tasks;
import io.asktrail.orchestrator.audit.AuditKind;
import io.asktrail.orchestrator.audit.AuditLog;
import io.asktrail.orchestrator.conversation.Conversations;
import io.asktrail.orchestrator.exports.Exports;
import io.asktrail.orchestrator.runs.AttachedRuns;
import io.asktrail.orchestrator.runs.Run;
import io.asktrail.orchestrator.runs.RunRequest;
import io.asktrail.orchestrator.runs.RunWork;
import io.asktrail.orchestrator.saying.InTheirLanguage;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.Registry;
import io.asktrail.registry.task.TaskResolver;
import io.asktrail.registry.wording.Wording;
import io.asktrail.service.tracing.TraceIds;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The way of a question, from its words to the answer that is kept. */
public final class Asking implements RunWork {
    private final CurrentRegistry registries;
    private final Attempts attempts;
    private final QuestionDoor door;
    private final FamiliarWords familiar = new FamiliarWords();
    private final RouterAgent router;
    private final Conversations conversations;
    private final TaskResolver resolver;
    private final Tasks tasks;
    private final Exports exports;
    private final AttachedRuns runs;
    private final QuestionLog questionLog;
    private final AuditLog audit;

    Asking(
            CurrentRegistry registries,
            Admission admission,
            QuestionDoor door,
            RouterAgent router,
            Conversations conversations,
            TaskResolver resolver,
            Tasks tasks,
            Exports exports,
            AttachedRuns runs,
            QuestionLog questionLog,
            AuditLog audit) {
        this.registries = registries;
        this.attempts = new Attempts(admission);
        this.door = door;
        this.router = router;
        this.conversations = conversations;
        this.resolver = resolver;
        this.tasks = tasks;
        this.exports = exports;
        this.runs = runs;
        this.questionLog = questionLog;
        this.audit = audit;
    }

    /** Answers a question in words; {@code stages} is told what happens meanwhile, the answer itself last. */
    public Given ask(CallContext call, AskRequest request, Consumer<Stage> stages) {
        var inquiry = audit.begin(call.caller(), AuditKind.ASK, request.question(), stages);
        return attempts.whole(
                runs.of(call.caller()), inquiry, attempt -> ask(Spoken.of(call, request), request, attempt));
    }

    private Given ask(CallContext call, AskRequest request, Attempt attempt) {
        return InTheirLanguage.told(call.language(), () -> answered(call, request, attempt));
    }

    private Given answered(CallContext call, AskRequest request, Attempt attempt) {
        var began = System.nanoTime();
        var registry = registries.get();
        var question = door.wellFormed(request);
        var judged = door.review(question.text());
        var verdicts = judged.verdicts();
        var writer = writer(call, attempt.run(), registry, question.conversationId(), question.text(), began);
        var suspicion = suspicion(judged, call.language());
        if (suspicion.isPresent()) {
            return finish(attempt, writer.refused(suspicion.get(), null, verdicts));
        }
        if (!familiar.has(question)) {
            attempt.turn().takePlace();
        }
        var reading = read(call, request, question, registry);
        attempt.stages().accept(new Stage.Understood(reading));
        var answer =
                switch (reading) {
                    case Reading.Understood understood ->
                        exports.attached(
                                call,
                                tasks.answer(
                                        call,
                                        understood.task(),
                                        understood,
                                        writer,
                                        verdicts,
                                        attempt.run(),
                                        attempt.stages(),
                                        attempt.turn()::takePlace));
                    case Reading.Unclear unclear -> writer.clarification(unclear, verdicts);
                    case Reading.OutOfScope outOfScope -> writer.outOfScope(outOfScope, verdicts);
                };
        return finish(attempt, answer);
    }

    /** Reads a question and remembers it; nothing is run. */
    public Reading interpret(CallContext call, AskRequest request) {
        var inquiry = audit.begin(call.caller(), AuditKind.INTERPRET, request.question(), _ -> {});
        return Attempts.audited(inquiry, () -> {
            var spoken = Spoken.of(call, request);
            var reading = InTheirLanguage.told(spoken.language(), () -> readOnly(spoken, request));
            inquiry.read(reading);
            return reading;
        });
    }

    private Reading readOnly(CallContext call, AskRequest request) {
        var question = door.wellFormed(request);
        return suspicion(door.review(question.text()), call.language())
                .<Reading>map(refusal -> new Reading.OutOfScope(
                        refusal.reason(), List.of(), BigDecimal.ONE, List.of(), Reading.By.RULES))
                .orElseGet(() -> read(call, request, question, registries.get()));
    }

    /** Answers a task, no language involved. */
    public Given query(CallContext call, TaskRequest request, Consumer<Stage> stages) {
        var inquiry = audit.begin(call.caller(), AuditKind.QUERY, null, stages);
        return attempts.whole(runs.of(call.caller()), inquiry, attempt -> query(call, request, attempt));
    }

    /**
     * Whether a task would be answered from what is kept with something that the caller has already. Then nothing is made
     * and nothing is kept but a line of the audit.
     *
     * @param has whether the caller has what is under this tag
     * @return the tag, if the caller has it
     */
    public Optional<String> unchanged(CallContext call, TaskRequest request, Predicate<String> has) {
        var inquiry = audit.begin(call.caller(), AuditKind.QUERY, null, _ -> {});
        return Attempts.audited(inquiry, () -> {
            var registry = registries.get();
            var task = resolver.resolve(request, registry);
            var tag = tasks.keptTag(call, task, registry).filter(has);
            tag.ifPresent(_ -> inquiry.unchanged(task));
            return tag;
        });
    }

    /** The tag of an answer that was made for the caller just now: equal for answers that say the same. */
    public String tag(CallContext call, Answer answer) {
        return tasks.tag(call, answer, registries.get());
    }

    /** Answers a task that was resolved before, as of today's registry and data; no file is made of it. */
    public Answer again(CallContext call, TaskSpec task) {
        var inquiry = audit.begin(call.caller(), AuditKind.AGAIN, null, _ -> {});
        return attempts.whole(
                        runs.of(call.caller()),
                        inquiry,
                        attempt -> finish(attempt, worked(call, task, registries.get(), attempt)))
                .answer();
    }

    private Given query(CallContext call, TaskRequest request, Attempt attempt) {
        var registry = registries.get();
        var task = resolver.resolve(request, registry);
        return finish(attempt, exports.attached(call, worked(call, task, registry, attempt)));
    }

    private Answer worked(CallContext call, TaskSpec task, Registry registry, Attempt attempt) {
        var began = System.nanoTime();
        var writer = writer(call, attempt.run(), registry, Ids.conversation(), null, began);
        return tasks.answer(
                call, task, null, writer, List.of(), attempt.run(), attempt.stages(), attempt.turn()::takePlace);
    }

    /** A client's task with everything filled in. */
    public TaskSpec resolve(TaskRequest request) {
        return resolver.resolve(request, registries.get());
    }

    private Reading read(CallContext call, AskRequest request, WellFormed question, Registry registry) {
        var tz = TaskResolver.zone(request.tz(), registry);
        var memory = question.begins() ? Memory.EMPTY : conversations.of(call.caller(), question.conversationId());
        var reading =
                router.interpret(call, new Question(question.text(), resolver.today(request.asOf(), tz), tz, memory));
        familiar.were(question, reading);
        conversations.remember(call.caller(), question.conversationId(), memory, question.text(), reading);
        return reading;
    }

    /** What a run does that goes on without its caller. */
    @Override
    public void work(CallContext call, RunRequest request, Run run, Consumer<Stage> stages) {
        switch (request) {
            case RunRequest.Ask(var question) -> {
                var inquiry = audit.begin(call.caller(), AuditKind.ASK, question.question(), stages);
                Attempts.audited(
                        inquiry, () -> ask(Spoken.of(call, question), question, Attempt.ofNobody(run, inquiry)));
            }
            case RunRequest.Query(var task) -> {
                var inquiry = audit.begin(call.caller(), AuditKind.QUERY, null, stages);
                Attempts.audited(inquiry, () -> query(call, task, Attempt.ofNobody(run, inquiry)));
            }
        }
    }

    /** A question to be answered without its caller, once it is known to be one; its today is named. */
    public RunRequest detached(AskRequest request) {
        var question = door.wellFormed(request);
        var tz = TaskResolver.zone(request.tz(), registries.get());
        return new RunRequest.Ask(new AskRequest(
                question.text(),
                question.conversationId(),
                resolver.today(request.asOf(), tz),
                request.tz(),
                null,
                request.language()));
    }

    /** A task to be answered without its caller, once its names are known; its today is named. */
    public RunRequest detached(TaskRequest request) {
        var task = resolver.resolve(request, registries.get());
        var tz = task.time() == null ? null : task.time().tz().getId();
        return new RunRequest.Query(
                request.asOf(resolver.today(request.asOf(), TaskResolver.zone(tz, registries.get()))));
    }

    private Given finish(Attempt attempt, Answer answer) {
        var given = attempt.run().finish(answer);
        questionLog.write(answer);
        attempt.stages().accept(new Stage.Answered(answer));
        return given;
    }

    private AnswerWriter writer(
            CallContext call,
            Run run,
            Registry registry,
            String conversationId,
            @Nullable String question,
            long began) {
        return new AnswerWriter(
                run.answerId(),
                conversationId,
                question,
                call.language(),
                registry,
                tasks.accessOf(call, registry),
                TraceIds.current(),
                began);
    }

    private static Optional<Refusal> suspicion(Judgement judged, Language language) {
        return judged.firstObjection()
                .map(verdict -> new Refusal(
                        ErrorCode.SUSPICIOUS_QUESTION, verdict.rule(), told(judged, verdict, language), List.of()));
    }

    private static String told(Judgement judged, RuleVerdict verdict, Language language) {
        return judged.told() == null
                ? Objects.requireNonNullElse(verdict.reason(), verdict.rule())
                : Wording.withoutNames(language).of(judged.told());
    }
}
