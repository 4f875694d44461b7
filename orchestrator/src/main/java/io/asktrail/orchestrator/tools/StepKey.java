package io.asktrail.orchestrator.tools;

import io.asktrail.contracts.plan.Step;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Access;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a step's result depends on: the tool and its inputs, the registry that gives them their meaning, the state of the
 * data, and what the caller may see. Two steps of one key may share a result; nothing else may.
 */
public record StepKey(String hash) {
    /** @param data as {@link DataVersions} tells it */
    public static StepKey of(Step step, Registry registry, Access access, String data, JsonMapper json) {
        var parts = List.of(
                step.tool().toString(),
                json.writeValueAsString(step.inputs()),
                registry.version(),
                access.fingerprint(),
                data);
        return new StepKey(HexFormat.of().formatHex(digest(parts)));
    }

    /** Of what the step does alone, whoever asks and whatever the data: for use within one run. */
    public static String contentOf(Step step, JsonMapper json) {
        return HexFormat.of()
                .formatHex(digest(List.of(step.tool().toString(), json.writeValueAsString(step.inputs()))));
    }

    // Each part is told its length, so that no two lists of parts can make one text.
    private static byte[] digest(List<String> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
