package io.asktrail.orchestrator.approvals;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.ExportRights;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What consent is bound to: what is taken away, and the rights under which it is. */
final class Fingerprints {
    private final JsonMapper json;

    Fingerprints(JsonMapper json) {
        this.json = json;
    }

    String of(Subject subject, Caller caller, Registry registry) {
        var rights = ExportRights.of(caller, registry).fingerprint();
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : List.of(json.writeValueAsString(subject), rights)) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                // Each part is told its length, so that no two pairs of parts can make one text.
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
