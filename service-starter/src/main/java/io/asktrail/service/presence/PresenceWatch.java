package io.asktrail.service.presence;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after all requests that are being worked on, twenty times a second: from the gateway down to a statement there
 * are three processes, and each learns from the one before it that nobody waits any more.
 */
final class PresenceWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PresenceWatch.class);
    private static final long EVERY_MS = 50;

    private final Set<Waiting> all = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService beside = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("presence").factory());

    PresenceWatch() {
        beside.scheduleWithFixedDelay(this::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    void add(Waiting waiting) {
        all.add(waiting);
    }

    private void look() {
        all.removeIf(PresenceWatch::look);
    }

    // One connection that cannot be looked at must not end the watch over the others.
    private static boolean look(Waiting waiting) {
        try {
            return waiting.look();
        } catch (RuntimeException unforeseen) {
            log.atError().setCause(unforeseen).log("a connection cannot be watched");
            waiting.over();
            return true;
        }
    }

    @Override
    public void close() {
        beside.shutdownNow();
    }
}
