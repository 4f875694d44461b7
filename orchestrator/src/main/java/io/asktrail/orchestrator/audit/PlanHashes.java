package io.asktrail.orchestrator.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.asktrail.contracts.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/** Names of plans by their content, equal in every process. A plan that answers many is named once. */
final class PlanHashes {
    private static final int BYTES = 8;

    private final JsonMapper json;
    private final Cache<Plan, String> known = Caffeine.newBuilder().weakKeys().build(); // by identity

    PlanHashes(JsonMapper json) {
        this.json = json;
    }

    String of(Plan plan) {
        return known.get(plan, this::hash);
    }

    private String hash(Plan plan) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(json.writeValueAsString(plan).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
