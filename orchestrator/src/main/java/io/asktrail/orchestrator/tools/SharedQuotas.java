package io.asktrail.orchestrator.tools;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.registry.tool.ToolDefinition;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quotas that all orchestrators share through PostgreSQL. Each takes calls in advance, so that a question does not wait
 * for the database: together they may exceed a quota by what they have taken, a tenth of it for each of them.
 */
final class SharedQuotas implements ToolQuotas {
    private static final Logger log = LoggerFactory.getLogger(SharedQuotas.class);
    private static final Duration SYNCHRONISED = Duration.ofSeconds(1);
    private static final int SHARE_TAKEN = 10;
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

    private final ProxyManager<String> shared;
    private final Clock clock;
    private final Map<Limits, Buckets> buckets = new ConcurrentHashMap<>();

    private record Limits(String tool, int rpm, int burst) {
        BucketConfiguration configuration() {
            return BucketConfiguration.builder().addLimit(bandwidth()).build();
        }

        Bandwidth bandwidth() {
            return Bandwidth.builder()
                    .capacity(burst)
                    .refillGreedy(rpm, Duration.ofMinutes(1))
                    .build();
        }
    }

    /** @param alone what holds in this process while the database is away */
    private record Buckets(Bucket together, Bucket alone) {}

    /** @param database with the table {@code tool_quotas} */
    SharedQuotas(DataSource database, Clock clock) {
        this.shared = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("tool_quotas")
                .build();
        this.clock = clock;
    }

    @Override
    public void take(CallContext call, ToolDefinition tool) {
        var limits =
                new Limits(tool.id().value(), tool.quotas().rpm(), tool.quotas().burst());
        var own = buckets.computeIfAbsent(limits, this::buckets);
        var left = call.deadline().remaining(clock);
        if (!taken(own, left)) {
            throw new SuiteException(
                    ErrorCode.QUOTA_SPENT,
                    "The quota of %s, %d calls a minute, is spent. Try again in a moment."
                            .formatted(limits.tool, limits.rpm));
        }
    }

    private boolean taken(Buckets own, Duration left) {
        try {
            return waitedFor(own.together, left);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw cancelled(stopped);
        } catch (RuntimeException databaseAway) {
            if (Thread.currentThread().isInterrupted()) {
                throw cancelled(databaseAway); // the wait for a connection ends like this, too
            }
            log.atWarn().setCause(databaseAway).log("quotas are kept by each process alone");
            return own.alone.tryConsume(1);
        }
    }

    private static SuiteException cancelled(Exception cause) {
        return new SuiteException(ErrorCode.CANCELLED, "The caller went away, so the work was stopped.", cause);
    }

    // The library's own waiting lets everybody through where calls are taken in advance (8.18): it reserves them in
    // this
    // process without counting them.
    private static boolean waitedFor(Bucket bucket, Duration left) throws InterruptedException {
        var end = System.nanoTime() + left.toNanos();
        while (true) {
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            if (probe.isConsumed()) {
                return true;
            }
            if (probe.getNanosToWaitForRefill() > end - System.nanoTime()) {
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(Math.max(SHORTEST_WAIT.toNanos(), probe.getNanosToWaitForRefill()));
        }
    }

    private Buckets buckets(Limits limits) {
        var ahead = new DelayParameters(Math.max(1, limits.burst / SHARE_TAKEN), SYNCHRONISED);
        var together = shared.builder()
                .withOptimization(Optimizations.delaying(ahead))
                .build("%s %d/%d".formatted(limits.tool, limits.rpm, limits.burst), limits::configuration);
        var alone = Bucket.builder()
                .addLimit(limits.bandwidth())
                .withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME)
                .build();
        return new Buckets(together, alone);
    }
}
