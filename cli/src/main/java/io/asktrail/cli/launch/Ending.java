package io.asktrail.cli.launch;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The end of a process that was asked for it. One that still works is waited for, or one whose own processes do: a JVM
 * that ends for the first time writes the archive of its classes, which takes seconds of a processor for each service.
 *
 * @param patience how long it may do nothing and still be there
 */
record Ending(ProcessHandle process, Duration patience) {
    /** A process that would go on for ever may work, too; longer than the supervisor of the services gives them. */
    private static final Duration AT_MOST = Duration.ofMinutes(11);

    private static final int LOOKS = 15;
    /** What waits wakes up now and then: work is more than this share of one processor. */
    private static final double SHARE_OF_WORK = 0.1;

    /**
     * Whether it ends by itself.
     *
     * @param still called now and then while it does not
     */
    boolean comes(Runnable still) throws InterruptedException {
        var began = System.nanoTime();
        var lastWork = began;
        var used = used();
        var looked = began;
        while (!endsSoon()) {
            still.run();
            var usedNow = used();
            var now = System.nanoTime();
            // Less than before, if one of its processes has ended: that is work, too.
            if (Math.abs(usedNow - used) > SHARE_OF_WORK * (now - looked)) {
                lastWork = now;
            }
            used = usedNow;
            looked = now;
            if (now - lastWork > patience.toNanos() || now - began > AT_MOST.toNanos()) {
                return false;
            }
        }
        return true;
    }

    private boolean endsSoon() throws InterruptedException {
        try {
            process.onExit().get(patience.toNanos() / LOOKS, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a process is no failure", e);
        }
    }

    /** The time of processors that it and its own have used, in nanoseconds. */
    private long used() {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(each ->
                        each.info().totalCpuDuration().map(Duration::toNanos).orElse(0L))
                .sum();
    }
}
