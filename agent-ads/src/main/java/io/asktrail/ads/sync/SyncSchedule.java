package io.asktrail.ads.sync;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the sync again and again, in one of the processes that are meant to. The scheduler's table is in the store's own
 * database; whoever picks a run is watched by a heartbeat, and another takes over where it is gone.
 */
final class SyncSchedule implements SmartLifecycle {
    static final String TASK = "ads-sync";
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** From picking a run to its lock. */
    private static final Duration UNTIL_LOCKED = Duration.ofSeconds(1);
    /** How long a run may go on once it is told to end; whatever it has begun is taken up by the next one. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(SyncSchedule.class);

    private final DataSource store;
    private final Scheduler scheduler;
    private volatile boolean running;

    SyncSchedule(DataSource store, AdsSync sync, Duration every) {
        this.store = store;
        var usual = FixedDelay.of(every);
        var wished = new AtomicReference<@Nullable Instant>();
        // A report that failed is asked for again before the usual time; a run that was cut off wishes nothing.
        Schedule schedule = new Schedule() {
            @Override
            public Instant getInitialExecutionTime(Instant now) {
                return now;
            }

            @Override
            public Instant getNextExecutionTime(ExecutionComplete done) {
                @Nullable Instant next = wished.getAndSet(null);
                return next == null ? usual.getNextExecutionTime(done) : next;
            }

            @Override
            public boolean isDeterministic() {
                return false;
            }
        };
        var task = Tasks.recurring(TASK, schedule).execute((_, _) -> wished.set(sync.run()));
        this.scheduler = Scheduler.create(store)
                .tableName("ads.scheduled_tasks")
                .threads(1)
                .pollingInterval(LOOK)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(GRACE)
                .startTasks(task)
                .build();
    }

    @Override
    public void start() {
        wantNow();
        scheduler.start();
        running = true;
    }

    // A process that begins runs at once, whatever the last one had in mind: days may have passed. If that one was
    // killed in the middle, nobody waits until its heartbeat is missed, as the lock tells that it is gone. Who has
    // picked the run just now may not have taken the lock yet.
    private void wantNow() {
        try (var lock = SyncLock.take(store::getConnection).orElse(null)) {
            if (lock == null) {
                return;
            }
            try (var connection = store.getConnection();
                    var statement = connection.createStatement()) {
                statement.executeUpdate("""
                    UPDATE ads.scheduled_tasks
                    SET execution_time = now(), picked = false, picked_by = NULL, last_heartbeat = NULL,
                        version = version + 1
                    WHERE task_name = '%s'
                      AND (NOT picked OR last_heartbeat < now() - interval '%d seconds')
                    """.formatted(TASK, UNTIL_LOCKED.toSeconds()));
                statement.executeUpdate("UPDATE ads.sync_run SET finished_at = NULL, next_at = now()");
            }
        } catch (SQLException away) {
            // The services start without the store; the scheduler goes on trying.
            log.atWarn().setCause(away).log("the sync could not be asked for at once");
        }
    }

    /** Before the server listens: who sees it up must not read of the last process's runs as if they were its own. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
