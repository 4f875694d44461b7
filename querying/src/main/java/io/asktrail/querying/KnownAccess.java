package io.asktrail.querying;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Access;
import org.jspecify.annotations.Nullable;

/** What callers may see, which the registry and their claims alone decide: kept until the registry is read anew. */
final class KnownAccess {
    private static final long MOST_CALLERS = 1_000;

    private volatile @Nullable OfRegistry latest;

    private record OfRegistry(Registry registry, LoadingCache<Caller, Access> access) {
        static OfRegistry of(Registry registry) {
            return new OfRegistry(
                    registry, Caffeine.newBuilder().maximumSize(MOST_CALLERS).build(registry::accessOf));
        }
    }

    Access of(Registry registry, Caller caller) {
        var known = latest;
        // By identity: two registries may bear one version, and comparing all that is in them takes longer than it
        // saves.
        if (known == null || known.registry != registry) {
            known = OfRegistry.of(registry);
            latest = known;
        }
        return known.access.get(caller);
    }
}
