package io.asktrail.ads.sync;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import javax.sql.DataSource;
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
        var task = Tasks.recurring(TASK, FixedDelay.of(every)).execute((_, _) -> sync.run());
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
