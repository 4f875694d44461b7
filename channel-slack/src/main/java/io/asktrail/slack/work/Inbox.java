package io.asktrail.slack.work;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.asktrail.contracts.error.SuiteException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes what came in and lets go of whoever brought it at once; the work is done behind. Only so much is worked on at a time:
 * what is more is told so, and what cannot even be told is left to Slack, which brings it again.
 */
public final class Inbox implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final Duration SEEN_FOR = Duration.ofMinutes(15);
    private static final int SEEN_AT_MOST = 100_000;
    private static final int TAKEN_OVER_AT_ONCE = 4;
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final Clerk clerk;
    private final Claims claims;
    private final Duration lease;
    private final Duration drain;
    private final Semaphore places;
    private final Semaphore notices;
    private final Cache<String, Boolean> seen = Caffeine.newBuilder()
            .expireAfterWrite(SEEN_FOR)
            .maximumSize(SEEN_AT_MOST)
            .build();
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("slack-inbox-", 0).factory());

    /**
     * @param most errands at a time
     * @param lease after which work without a sign of life goes to another gateway
     * @param drain how long this process waits for its work when it ends
     */
    Inbox(Clerk clerk, Claims claims, int most, Duration lease, Duration drain) {
        this.clerk = clerk;
        this.claims = claims;
        this.lease = lease;
        this.drain = drain;
        this.places = new Semaphore(most);
        this.notices = new Semaphore(most);
    }

    /** What becomes of something that was brought. */
    public enum Reception {
        /** It is worked on, here or by another gateway, or was brought before. */
        TAKEN,
        /** There is too much to do, and the one who wants it is told so. */
        BUSY,
        /** It is not taken: whoever brought it may bring it again. */
        REFUSED
    }

    public Reception receive(Errand errand) {
        if (!running) {
            return Reception.REFUSED;
        }
        if (seen.asMap().putIfAbsent(errand.key(), true) != null) {
            return Reception.TAKEN;
        }
        if (places.tryAcquire()) {
            begin(places, () -> clerk.receive(errand));
            return Reception.TAKEN;
        }
        if (notices.tryAcquire()) {
            begin(notices, () -> clerk.sendAway(errand));
            return Reception.BUSY;
        }
        seen.invalidate(errand.key());
        return Reception.REFUSED;
    }

    private void begin(Semaphore room, Runnable work) {
        var thread = Thread.ofVirtual().name("slack-errand").unstarted(() -> {
            try {
                work.run();
            } finally {
                workers.remove(Thread.currentThread());
                room.release();
            }
        });
        workers.add(thread);
        thread.start();
    }

    private void takeOver() {
        try {
            var most = Math.min(TAKEN_OVER_AT_ONCE, places.availablePermits());
            if (running && most > 0) {
                for (var orphan : claims.takeOver(most)) {
                    places.acquireUninterruptibly();
                    begin(places, () -> clerk.resume(orphan));
                }
            }
        } catch (SuiteException away) {
            log.atDebug().addKeyValue("code", away.code()).log("nobody to ask for work that was left behind");
        } catch (RuntimeException unforeseen) {
            log.atError().setCause(unforeseen).log("work that was left behind is not looked after");
        }
    }

    private void beat() {
        try {
            clerk.beat();
        } catch (RuntimeException unforeseen) {
            log.atError().setCause(unforeseen).log("no sign of life given");
        }
    }

    @Override
    public void start() {
        var third = lease.toMillis() / 3;
        watch.scheduleWithFixedDelay(this::beat, third, third, TimeUnit.MILLISECONDS);
        watch.scheduleWithFixedDelay(this::takeOver, third, third, TimeUnit.MILLISECONDS);
        running = true;
    }

    /** Takes nothing more, waits for what is under way, and leaves the rest to another gateway. */
    @Override
    public void stop() {
        running = false;
        join(drain);
        workers.forEach(Thread::interrupt);
        join(LAST_WORDS);
        watch.shutdownNow();
    }

    private void join(Duration longest) {
        var end = System.nanoTime() + longest.toNanos();
        for (var worker : workers) {
            try {
                worker.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The last to start and the first to stop: an answer is fetched at this process' own address. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
