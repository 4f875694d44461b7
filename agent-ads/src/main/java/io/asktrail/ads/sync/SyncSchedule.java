package io.asktrail.ads.sync;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the sync again and again, in one of the processes that are meant to. The scheduler's table is in the store's own
 * database; whoever picks a run is watched by a heartbeat, and another takes over where it is gone.
 */
final class SyncSchedule implements SmartLifecycle {
    static final String TASK = "ads-sync";
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Scheduler scheduler;
    private volatile boolean running;

    SyncSchedule(DataSource store, AdsSync sync, Duration every) {
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
                .startTasks(task)
                .build();
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
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
