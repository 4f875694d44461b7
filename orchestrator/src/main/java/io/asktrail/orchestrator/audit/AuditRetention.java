package io.asktrail.orchestrator.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Deletes what the audit has kept for long enough, a batch at a time, so that nobody waits for it. */
final class AuditRetention implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AuditRetention.class);
    private static final int BATCH = 5_000;

    private final AuditStore store;
    private final Duration kept;
    private final Duration every;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("audit-retention").factory());

    /** @param kept how long a line is kept; at least a day */
    AuditRetention(AuditStore store, Duration kept, Duration every, Clock clock) {
        this.store = store;
        this.kept = kept;
        this.every = every;
        this.clock = clock;
    }

    /** Begins to delete by itself, the first time after a while: a start has better things to do. */
    void start() {
        timer.scheduleWithFixedDelay(this::forgetQuietly, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void forgetQuietly() {
        try {
            var lines = forget();
            if (lines > 0) {
                log.atInfo().addKeyValue("lines", lines).log("audit lines are over their time and were deleted");
            }
        } catch (DataAccessException away) {
            log.atWarn()
                    .addKeyValue("reason", away.getClass().getSimpleName())
                    .log("audit not shortened: the state database is away");
        } catch (RuntimeException unforeseen) {
            // Thrown on, it would end the retention for good without a word.
            log.atError().setCause(unforeseen).log("audit not shortened");
        }
    }

    /** Deletes all that is over its time; how many lines that were. */
    long forget() {
        var before = clock.instant().minus(kept);
        var all = 0L;
        var some = BATCH;
        while (some == BATCH) {
            some = store.forget(before, BATCH);
            all += some;
        }
        return all;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
