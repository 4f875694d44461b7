package io.asktrail.files;

import io.asktrail.files.shelf.Shelf;
import java.io.IOException;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;

/** Deletes files whose time is over, again and again while the process lives. Several processes may: it is the same. */
final class Sweeping implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Sweeping.class);

    private final Shelf shelf;
    private final FileCounts counts;
    private final FilesProperties properties;
    private final TaskScheduler scheduler;
    private volatile @Nullable ScheduledFuture<?> again;

    Sweeping(Shelf shelf, FileCounts counts, FilesProperties properties, TaskScheduler scheduler) {
        this.shelf = shelf;
        this.counts = counts;
        this.properties = properties;
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        again = scheduler.scheduleWithFixedDelay(this::sweep, properties.sweepEvery());
    }

    void sweep() {
        try {
            var deleted = shelf.sweep();
            counts.deleted(FileCounts.Why.EXPIRED, deleted);
            if (deleted > 0) {
                log.atInfo().addKeyValue("files", deleted).log("expired files deleted");
            }
        } catch (IOException e) {
            log.atWarn().setCause(e).log("expired files could not be deleted");
        }
    }

    @Override
    public void stop() {
        var running = again;
        again = null;
        if (running != null) {
            running.cancel(false);
        }
    }

    @Override
    public boolean isRunning() {
        return again != null;
    }
}
