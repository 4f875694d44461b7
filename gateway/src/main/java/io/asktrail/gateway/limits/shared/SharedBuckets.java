package io.asktrail.gateway.limits.shared;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.asktrail.gateway.limits.Buckets;
import io.asktrail.gateway.limits.Limit;
import io.asktrail.gateway.limits.OwnBuckets;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Buckets that all gateways share. While the database is away each counts for itself, and says so: a limit that is kept
 * less strictly for a while is better than a door that is closed.
 */
final class SharedBuckets implements Buckets, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SharedBuckets.class);
    private static final int AT_MOST = 20_000;
    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final long CLEANED_EVERY_S = 60;

    private record Key(String subject, Limit limit) {}

    private final LimitStore store;
    private final Duration leftAlone;
    private final Clock clock;
    private final OwnBuckets alone = new OwnBuckets();
    private final LoadingCache<Key, Bucket> together;
    private volatile Instant awayUntil = Instant.MIN;
    private final ScheduledExecutorService beside = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("limits").factory());

    /** @param leftAlone for how long a database that failed is not asked again */
    SharedBuckets(LimitStore store, Duration leftAlone, Clock clock) {
        this.store = store;
        this.leftAlone = leftAlone;
        this.clock = clock;
        this.together = Caffeine.newBuilder()
                .maximumSize(AT_MOST)
                .expireAfterAccess(KEPT)
                .build(key -> store.bucket(key.subject(), key.limit()));
        var _ = beside.scheduleWithFixedDelay(this::clean, CLEANED_EVERY_S, CLEANED_EVERY_S, TimeUnit.SECONDS);
    }

    @Override
    public ConsumptionProbe take(String subject, Limit limit, int much) {
        if (isAway()) {
            return alone.take(subject, limit, much);
        }
        try {
            store.prepare();
            var probe = together.get(new Key(subject, limit)).tryConsumeAndReturnRemaining(much);
            sayThatItIsBack();
            return probe;
        } catch (SQLException | RuntimeException away) {
            sayThatItIsAway(away);
            return alone.take(subject, limit, much);
        }
    }

    @Override
    public void giveBack(String subject, Limit limit, int much) {
        if (isAway()) {
            alone.giveBack(subject, limit, much);
            return;
        }
        try {
            together.get(new Key(subject, limit)).addTokens(much);
        } catch (RuntimeException away) {
            sayThatItIsAway(away);
        }
    }

    private boolean isAway() {
        return clock.instant().isBefore(awayUntil);
    }

    private synchronized void sayThatItIsAway(Exception cause) {
        var before = awayUntil;
        awayUntil = clock.instant().plus(leftAlone);
        if (before.equals(Instant.MIN)) {
            log.atWarn().setCause(cause).log("the shared limits cannot be reached: this gateway counts for itself");
        }
    }

    private void sayThatItIsBack() {
        if (awayUntil.equals(Instant.MIN)) {
            return;
        }
        synchronized (this) {
            if (!awayUntil.equals(Instant.MIN)) {
                awayUntil = Instant.MIN;
                log.atInfo().log("the shared limits are back: gateways count together again");
            }
        }
    }

    private void clean() {
        try {
            store.clean();
        } catch (RuntimeException later) {
            log.atDebug().setCause(later).log("full buckets stay for now");
        }
    }

    @Override
    public void close() {
        beside.shutdownNow();
    }
}
