package io.asktrail.gateway.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.asktrail.gateway.GatewayProperties;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** How many requests each subject has left, in this process. */
final class RateLimits {
    private static final int SUBJECTS = 100_000;

    private final GatewayProperties.Limits limits;
    private final LoadingCache<String, Bucket> buckets;

    RateLimits(GatewayProperties.Limits limits) {
        this.limits = limits;
        // A bucket that was left alone this long is full again, so that forgetting it changes nothing.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(SUBJECTS)
                .expireAfterAccess(timeToFill().plusMinutes(1))
                .build(_ -> newBucket());
    }

    ConsumptionProbe take(String subject) {
        return buckets.get(subject).tryConsumeAndReturnRemaining(1);
    }

    int burst() {
        return limits.burst();
    }

    /** How long an empty bucket takes to be full. */
    Duration timeToFill() {
        return Duration.ofMinutes(1).multipliedBy(limits.burst()).dividedBy(limits.perMinute());
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(
                        limit -> limit.capacity(limits.burst()).refillGreedy(limits.perMinute(), Duration.ofMinutes(1)))
                .build();
    }
}
