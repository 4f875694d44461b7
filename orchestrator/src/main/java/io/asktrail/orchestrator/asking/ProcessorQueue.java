package io.asktrail.orchestrator.asking;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * How long work that is ready to run waits for a processor. This is what tells a machine that has too much to do from a
 * source that is slow: who waits for a source waits for no processor.
 *
 * <p>Looked at by running nothing, again and again, on a thread like those that answer. Of each interval the shortest wait
 * counts: a pause of the garbage collector lengthens some of them, too much work all of them.
 */
final class ProcessorQueue implements AutoCloseable {
    private static final long EVERY_MS = 10;
    private static final int LOOKS_IN_AN_INTERVAL = 5;
    private static final long NONE = Long.MAX_VALUE;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("processor-queue").factory());
    private final Consumer<Duration> told;
    private final AtomicLong shortest = new AtomicLong(NONE);
    private final AtomicLong waitingSince = new AtomicLong();
    private int looks;

    /** @param told the shortest wait of each interval, twenty times a second */
    ProcessorQueue(Consumer<Duration> told) {
        this.told = told;
        clock.scheduleWithFixedDelay(this::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        var now = System.nanoTime();
        if (waitingSince.compareAndSet(0, now)) {
            Thread.startVirtualThread(() -> {
                shortest.accumulateAndGet(System.nanoTime() - now, Math::min);
                waitingSince.set(0);
            });
        }
        if (++looks == LOOKS_IN_AN_INTERVAL) {
            looks = 0;
            tell(now);
        }
    }

    private void tell(long now) {
        var seen = shortest.getAndSet(NONE);
        var since = waitingSince.get();
        if (seen != NONE) {
            told.accept(Duration.ofNanos(seen));
        } else if (since != 0) {
            told.accept(Duration.ofNanos(now - since)); // still waiting, for at least as long
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
