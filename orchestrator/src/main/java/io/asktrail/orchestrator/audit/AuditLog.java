package io.asktrail.orchestrator.audit;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.stage.Stage;
import io.asktrail.orchestrator.state.StateDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The audit as those who answer see it: a line is handed over and nobody waits. Lines are written in batches beside the
 * answers; while the database is away they wait, as many as there is room for. Each one more is lost, counted
 * ({@code asktrail.audit.lost}) and said in the log, and answers go on.
 */
public final class AuditLog implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AuditLog.class);
    private static final int BATCH = 500;
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final AuditStore store;
    private final BlockingQueue<AuditEntry> waiting;
    private final List<AuditEntry> batch = new ArrayList<>(); // touched by the writer alone
    private final AtomicLong unsaid = new AtomicLong();
    private final Counter written;
    private final Counter lost;
    private final Clock clock;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("audit").factory());
    private volatile boolean away;

    /**
     * @param room lines that wait at most
     * @param every how long between two batches
     */
    AuditLog(AuditStore store, int room, Duration every, MeterRegistry meters, Clock clock) {
        this.store = store;
        this.waiting = new ArrayBlockingQueue<>(room);
        this.clock = clock;
        written = meters.counter("asktrail.audit.written");
        lost = meters.counter("asktrail.audit.lost");
        Gauge.builder("asktrail.audit.waiting", waiting, BlockingQueue::size).register(meters);
        writer.scheduleWithFixedDelay(this::write, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Begins to watch a request.
     *
     * @param question the words as they came; null if none are involved
     * @param watcher who else is told of the stages
     */
    public Inquiry begin(Caller caller, AuditKind kind, @Nullable String question, Consumer<Stage> watcher) {
        return new Inquiry(this, caller, kind, question, watcher, clock.instant());
    }

    void add(AuditEntry entry) {
        if (!waiting.offer(entry)) {
            lose(1);
        }
    }

    private void lose(int lines) {
        lost.increment(lines);
        unsaid.addAndGet(lines);
    }

    /** Writes what waits; called again and again by the writer. */
    void write() {
        try {
            while (nextBatch()) {
                append();
            }
            if (away) {
                away = false;
                log.atInfo().log("audit is written again");
            }
        } catch (DataAccessException failure) {
            if (!away) {
                away = true;
                log.atWarn()
                        .addKeyValue("waiting", waiting.size() + batch.size())
                        .addKeyValue("reason", failure.getClass().getSimpleName())
                        .log("audit not written: the state database is away; lines wait");
            }
        } catch (RuntimeException unforeseen) {
            // Thrown on, it would end the writer for good without a word.
            log.atError().setCause(unforeseen).log("audit not written");
        }
        sayWhatIsLost();
    }

    private boolean nextBatch() {
        if (batch.isEmpty()) {
            waiting.drainTo(batch, BATCH);
        }
        return !batch.isEmpty();
    }

    private void append() {
        try {
            store.append(batch);
            written.increment(batch.size());
        } catch (DataAccessException failure) {
            if (isAway(failure)) {
                throw failure;
            }
            appendOneByOne();
        }
        batch.clear();
    }

    // One line that cannot be written must not take the others with it. A driver's message can hold what it was given,
    // so
    // that only its kind is said.
    private void appendOneByOne() {
        for (var entry : batch) {
            try {
                store.append(List.of(entry));
                written.increment();
            } catch (DataAccessException failure) {
                if (isAway(failure)) {
                    throw failure; // lines of the batch that are written already are not written again
                }
                log.atWarn()
                        .addKeyValue("answer", entry.answerId())
                        .addKeyValue("reason", failure.getClass().getSimpleName())
                        .log("audit line cannot be written");
                lose(1);
            }
        }
    }

    private static boolean isAway(DataAccessException failure) {
        return StateDatabase.failure(failure).code() == ErrorCode.SOURCE_DOWN;
    }

    private void sayWhatIsLost() {
        var lines = unsaid.getAndSet(0);
        if (lines > 0) {
            log.atWarn().addKeyValue("lines", lines).log("audit lines lost");
        }
    }

    /** Writes what still waits, if the database is there. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (writer.isTerminated()) {
            write();
        }
        var left = waiting.size() + batch.size();
        if (left > 0) {
            lost.increment(left);
            log.atWarn().addKeyValue("lines", left).log("audit lines lost");
        }
    }
}
