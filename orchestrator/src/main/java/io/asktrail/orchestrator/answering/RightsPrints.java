package io.asktrail.orchestrator.answering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Access;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What callers may see now, and short names of it: equal for equal access, whoever they are. Both follow from the registry
 * and the claims alone, and are worked out once for each.
 */
public final class RightsPrints {
    private static final int KEPT = 10_000;

    private final CurrentRegistry registries;
    private final Cache<Claims, Known> known =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /** All that a caller's access is worked out from. */
    private record Claims(
            String registryVersion, List<Role> roles, List<String> regions, List<String> teams, List<String> scope) {}

    private record Known(Access access, String print) {
        static Known of(Access access) {
            return new Known(access, hash(access.fingerprint()));
        }
    }

    public RightsPrints(CurrentRegistry registries) {
        this.registries = registries;
    }

    /** Under the registry as it stands now. */
    public String of(Caller caller) {
        return of(caller, registries.get());
    }

    /** Under the registry that a piece of work began with. */
    public String of(Caller caller, Registry registry) {
        return known(caller, registry).print();
    }

    /** What the caller may see under the registry that a piece of work began with. */
    public Access accessOf(Caller caller, Registry registry) {
        return known(caller, registry).access();
    }

    private Known known(Caller caller, Registry registry) {
        var claims = new Claims(registry.version(), caller.roles(), caller.regions(), caller.teams(), caller.scope());
        return known.get(claims, _ -> Known.of(registry.accessOf(caller)));
    }

    private static String hash(String fingerprint) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(fingerprint.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
