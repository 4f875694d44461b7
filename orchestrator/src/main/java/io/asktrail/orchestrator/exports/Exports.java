package io.asktrail.orchestrator.exports;

import io.asktrail.contracts.agent.ComposerAgent;
import io.asktrail.contracts.agent.FilesAgent;
import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.file.ExportedFile;
import io.asktrail.contracts.file.FileCover;
import io.asktrail.contracts.file.FileOrder;
import io.asktrail.contracts.task.Export;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.orchestrator.answering.AnswerStore;
import io.asktrail.orchestrator.approvals.Approval;
import io.asktrail.orchestrator.approvals.Approvals;
import io.asktrail.orchestrator.approvals.Subject;
import io.asktrail.orchestrator.saying.OrchestratorSaying;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.policy.ExportRights;
import io.asktrail.registry.wording.FailureWords;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.SaidException;
import io.asktrail.registry.wording.Wording;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes files of answers and of single rows, for those who may have them. */
public final class Exports {
    private final AnswerStore answers;
    private final FilesAgent files;
    private final CoverPicture pictures;
    private final Approvals approvals;
    private final CurrentRegistry registries;
    private final Duration longest;
    private final Clock clock;

    /** @param longest how long writing a file may take that somebody waits for */
    Exports(
            AnswerStore answers,
            FilesAgent files,
            ComposerAgent composer,
            Approvals approvals,
            CurrentRegistry registries,
            Duration longest,
            Clock clock) {
        this.answers = answers;
        this.files = files;
        this.pictures = new CoverPicture(composer);
        this.approvals = approvals;
        this.registries = registries;
        this.longest = longest;
        this.clock = clock;
    }

    /** The answer with the file that its question asks for, or with the reason why there is none. */
    public Answer attached(CallContext call, Answer answer) {
        var task = answer.task();
        if (task == null || task.intent() != Intent.DATA_EXPORT || answer.table() == null) {
            return answer;
        }
        var wanted = task.export() == null ? new Export(Export.Format.CSV) : task.export();
        var words = Wording.withoutNames(call.language());
        try {
            var request = new ExportRequest(wanted.format(), null, null);
            var file =
                    wanted.rows() == Export.Rows.RAW ? rows(call, task, request) : written(call, answer, task, request);
            return answer.with(file, words.of(OrchestratorSaying.FILE_READY), List.of());
        } catch (SuiteException failure) {
            // The numbers are there; what keeps the file away is said beside them.
            var reason = FailureWords.of(failure, call.language());
            var caveat = new Caveat("file_missing", reason);
            return answer.with(
                    null, words.of(Said.of(OrchestratorSaying.NO_FILE).text(reason)), List.of(caveat));
        }
    }

    /**
     * A file of a stored answer.
     *
     * @throws SuiteException if the caller has no such answer, or needs a consent that they do not have
     */
    public ExportedFile ofAnswer(CallContext call, String id, ExportRequest request) {
        var answer = stored(call.caller(), id);
        return written(patient(call.in(answer.language())), answer, answer.task(), request);
    }

    private Answer stored(Caller caller, String id) {
        return answers.find(caller, id)
                .orElseThrow(() -> new SaidException(ErrorCode.UNKNOWN_ID, Said.of(ExportSaying.NO_SUCH_ANSWER)));
    }

    private ExportedFile written(CallContext call, Answer answer, @Nullable TaskSpec task, ExportRequest request) {
        var content = AnswerRows.of(answer);
        if (!ExportRights.of(call.caller(), registries.get()).needsConsentToExport()) {
            return write(call, request, name(answer), content, pictures.on(call, answer, request.formatOrCsv()));
        }
        if (task == null) {
            throw new SaidException(ErrorCode.FORBIDDEN, Said.of(ExportSaying.NO_TASK));
        }
        var approval = consent(
                call.caller(),
                request,
                new Subject.OfAnswer(answer.id(), task),
                "{\"answer_id\": \"%s\", \"reason\": \"…\"}".formatted(answer.id()));
        var cover = approved(pictures.on(call, answer, request.formatOrCsv()), approval, words(call));
        var file = write(call, request, name(answer), content, cover);
        approvals.exported(call.caller(), approval, file.id());
        return file;
    }

    private static String name(Answer answer) {
        var question = answer.question();
        var task = answer.task();
        return question != null ? question : task != null ? words(task) : "answer";
    }

    private static String words(TaskSpec task) {
        return Stream.concat(
                        task.metrics().stream().map(Object::toString),
                        task.groupBy().stream().map(dimension -> "by " + dimension))
                .reduce("", (all, next) -> all.isEmpty() ? next : all + " " + next);
    }

    /**
     * A file of the single rows behind a task's metrics.
     *
     * @throws SuiteException if the caller's role does not open them, or needs a consent that they do not have
     */
    public ExportedFile ofRows(CallContext call, TaskSpec task, ExportRequest request) {
        return rows(patient(call), task, request);
    }

    private ExportedFile rows(CallContext call, TaskSpec task, ExportRequest request) {
        var registry = registries.get();
        var rows = SingleRows.of(task, call.caller(), registry);
        var words = words(call);
        var cover = cover(rows, task, registry.version(), words);
        if (!ExportRights.of(call.caller(), registry)
                .needsConsentToRowsOf(rows.table().id())) {
            return write(call, request, rows.table().title(), new FileOrder.Streamed(rows.request()), cover);
        }
        var approval =
                consent(call.caller(), request, new Subject.OfRows(asked(task)), "{\"task\": {…}, \"reason\": \"…\"}");
        var file = write(
                call,
                request,
                rows.table().title(),
                new FileOrder.Streamed(rows.request()),
                approved(cover, approval, words));
        approvals.exported(call.caller(), approval, file.id());
        return file;
    }

    // What is consented to are rows: in which format they are saved changes nothing of it.
    private static TaskSpec asked(TaskSpec task) {
        return task.toBuilder().intent(Intent.DATA_EXPORT).export(null).build();
    }

    private Approval consent(Caller caller, ExportRequest request, Subject subject, String body) {
        var id = request.approvalId();
        if (id == null) {
            throw new SaidException(
                    ErrorCode.APPROVAL_NEEDED,
                    Said.of(ExportSaying.CONSENT_NEEDED).text(body));
        }
        return approvals.redeem(caller, id, subject);
    }

    /**
     * Asks for consent to a file that the caller may ask for.
     *
     * @throws SuiteException if the caller's role does not open it at all, or needs nobody's consent
     */
    public Approval request(CallContext call, Subject subject, @Nullable String reason) {
        var caller = call.caller();
        var words = words(call);
        var registry = registries.get();
        var rights = ExportRights.of(caller, registry);
        return switch (subject) {
            case Subject.OfAnswer(var id, var task) -> {
                requireNeeded(rights.needsConsentToExport(), "/v1/answers/%s/export".formatted(id));
                yield approvals.request(caller, subject, words.of(about(task)), reason);
            }
            case Subject.OfRows(var task) -> {
                var rows = SingleRows.of(task, caller, registry);
                requireNeeded(rights.needsConsentToRowsOf(rows.table().id()), "/v1/exports");
                yield approvals.request(
                        caller, new Subject.OfRows(asked(task)), words.of(rows.told(task, words)), reason);
            }
        };
    }

    private static Said about(TaskSpec task) {
        return task.groupBy().isEmpty()
                ? Said.of(ExportSaying.OF_ANSWER).metrics(task.metrics())
                : Said.of(ExportSaying.OF_ANSWER_BY).metrics(task.metrics()).dimensions(task.groupBy());
    }

    private Wording words(CallContext call) {
        return new Wording(registries.get(), call.language());
    }

    private static void requireNeeded(boolean needed, String instead) {
        if (!needed) {
            throw new SaidException(
                    ErrorCode.MALFORMED_REQUEST,
                    Said.of(ExportSaying.CONSENT_NOT_NEEDED).text(instead));
        }
    }

    /** What a stored answer of the caller's would be consented to as. */
    public Subject.OfAnswer subject(Caller caller, String answerId) {
        var answer = stored(caller, answerId);
        var task = answer.task();
        if (task == null || answer.table() == null) {
            throw new SaidException(ErrorCode.MALFORMED_REQUEST, Said.of(ExportSaying.NO_TABLE));
        }
        return new Subject.OfAnswer(answerId, task);
    }

    /** The file that was consented to, once it was. */
    public ExportedFile ofApproval(CallContext call, String id, ExportRequest request) {
        var approval = approvals.redeem(call.caller(), id, null);
        var again = new ExportRequest(request.format(), request.byteOrderMark(), id);
        return switch (approval.subject()) {
            case Subject.OfAnswer(var answerId, var _) -> ofAnswer(call, answerId, again);
            case Subject.OfRows(var task) -> ofRows(call, task, again);
        };
    }

    private static FileCover cover(SingleRows rows, TaskSpec task, String registryVersion, Wording words) {
        return new FileCover(
                null,
                null,
                words.of(Said.of(ExportSaying.READ_FROM)
                        .part(rows.told(task, words))
                        .text(rows.tool().toString())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                registryVersion,
                null);
    }

    private static FileCover approved(FileCover cover, Approval approval, Wording words) {
        var sentence = words.of(Said.of(ExportSaying.CONSENTED)
                .text(String.valueOf(approval.decidedBy()))
                .text(String.valueOf(approval.decidedAt()))
                .text(approval.requestedBy())
                .text(approval.id())
                .text(approval.reason()));
        return new FileCover(
                cover.question(),
                cover.text(),
                cover.method(),
                cover.assumptions(),
                cover.caveats(),
                Stream.concat(cover.policies().stream(), Stream.of(sentence)).toList(),
                cover.trail(),
                cover.answerId(),
                cover.registryVersion(),
                cover.chart());
    }

    private ExportedFile write(
            CallContext call, ExportRequest request, String name, FileOrder.Content content, FileCover cover) {
        return files.write(call, new FileOrder(request.formatOrCsv(), request.marked(), name, content, cover));
    }

    // Who asks for a file waits longer than who asks a question.
    private CallContext patient(CallContext call) {
        return new CallContext(call.caller(), Deadline.in(longest, clock), call.idempotencyKey(), call.language());
    }
}
