package io.asktrail.orchestrator.audit;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.stage.Stage;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.service.tracing.TraceIds;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way, as the audit sees it: it is told the stages like anybody who watches, tells them on, and writes
 * one line when the request has ended. What comes after that line is not written.
 */
public final class Inquiry implements Consumer<Stage> {
    private final AuditLog log;
    private final Caller caller;
    private final AuditKind kind;
    private final @Nullable String question;
    private final Consumer<Stage> watcher;
    private final Instant askedAt;
    private final StageTimes times = new StageTimes(System.nanoTime());
    private volatile @Nullable Reading reading;
    private volatile boolean written;

    Inquiry(
            AuditLog log,
            Caller caller,
            AuditKind kind,
            @Nullable String question,
            Consumer<Stage> watcher,
            Instant askedAt) {
        this.log = log;
        this.caller = caller;
        this.kind = kind;
        this.question = question;
        this.watcher = watcher;
        this.askedAt = askedAt;
    }

    @Override
    public void accept(Stage stage) {
        var now = System.nanoTime();
        switch (stage) {
            case Stage.Understood(var read) -> {
                reading = read;
                times.understood(now);
            }
            case Stage.Planned _ -> times.planned(now);
            case Stage.StepDone _ -> times.stepped(now);
            case Stage.Thinking _ -> {}
            case Stage.Answered(var answer) -> answered(answer, now);
        }
        watcher.accept(stage);
    }

    private void answered(Answer answer, long now) {
        var refusal = answer.refusal();
        var read = answer.reading();
        write(new AuditEntry(
                askedAt,
                id(),
                caller.sub(),
                caller.roles(),
                caller.channel(),
                kind,
                question,
                AuditStatus.of(answer.status()),
                refusal == null ? null : refusal.code(),
                answer.task() == null && read != null ? taskOf(read) : answer.task(),
                read == null ? null : read.by(),
                read == null ? null : read.confidence(),
                answer.plan(),
                times.until(now),
                answer.table() == null ? null : answer.table().size(),
                answer.task() == null ? null : answer.cache(),
                answer.cost(),
                answer.id(),
                answer.registryVersion(),
                answer.traceId()));
    }

    /** The question was read, and that was all. */
    public void read(Reading read) {
        times.understood(System.nanoTime());
        reading = read;
        write(ended(AuditStatus.READ, null, null, null));
    }

    /** The caller was told that what they have is still right; it was found among what is kept. */
    public void unchanged(TaskSpec task) {
        write(ended(AuditStatus.ANSWERED, null, task, CacheUse.HIT));
    }

    /** It came to nothing. */
    public void failed(ErrorCode code) {
        write(ended(AuditStatus.FAILED, code, null, null));
    }

    private AuditEntry ended(
            AuditStatus status, @Nullable ErrorCode code, @Nullable TaskSpec task, @Nullable CacheUse cache) {
        var read = reading;
        return new AuditEntry(
                askedAt,
                id(),
                caller.sub(),
                caller.roles(),
                caller.channel(),
                kind,
                question,
                status,
                code,
                task == null && read != null ? taskOf(read) : task,
                read == null ? null : read.by(),
                read == null ? null : read.confidence(),
                null,
                times.until(System.nanoTime()),
                null,
                cache,
                read == null ? Cost.NONE : Objects.requireNonNullElse(read.cost(), Cost.NONE),
                null,
                null,
                TraceIds.current());
    }

    private static @Nullable TaskSpec taskOf(Reading reading) {
        return switch (reading) {
            case Reading.Understood understood -> understood.task();
            case Reading.Unclear unclear -> unclear.task();
            case Reading.OutOfScope _ -> null;
        };
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private void write(AuditEntry entry) {
        if (!written) {
            written = true;
            log.add(entry);
        }
    }
}
