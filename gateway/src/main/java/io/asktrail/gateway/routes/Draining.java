package io.asktrail.gateway.routes;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * The time between saying that this gateway is about to stop and stopping: long enough for a load balancer to see it and
 * send nobody any more. Readiness goes down before this begins; the server stops to listen after it has ended.
 */
final class Draining implements SmartLifecycle {
    private final Duration time;
    private volatile boolean running;
    private volatile boolean draining;

    Draining(Duration time) {
        this.time = time;
    }

    /** Whether connections should not be kept for a next request. */
    boolean isDraining() {
        return draining;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        draining = true;
        try {
            Thread.sleep(time);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped first of all. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
