package io.asktrail.gateway.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

/** Buckets of this process alone. */
public final class OwnBuckets implements Buckets {
    private static final int AT_MOST = 100_000;

    private record Key(String subject, Limit limit) {}

    // One that was left alone this long is full again, so that forgetting it changes nothing.
    private final LoadingCache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfter(Expiry.<Key, Bucket>accessing(
                    (key, _) -> key.limit().timeToFill().plusMinutes(1)))
            .build(key -> Bucket.builder().addLimit(key.limit().bandwidth()).build());

    @Override
    public ConsumptionProbe take(String subject, Limit limit, int much) {
        return buckets.get(new Key(subject, limit)).tryConsumeAndReturnRemaining(much);
    }

    @Override
    public void giveBack(String subject, Limit limit, int much) {
        buckets.get(new Key(subject, limit)).addTokens(much);
    }
}
