package io.asktrail.gateway.socket;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does things later. They may take their time: each has a thread of its own. */
final class Timers implements AutoCloseable {
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("socket-timers").factory());

    Timers() {
        clock.setRemoveOnCancelPolicy(true);
    }

    Future<?> after(Duration time, Runnable work) {
        return clock.schedule(() -> Thread.ofVirtual().start(work), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
