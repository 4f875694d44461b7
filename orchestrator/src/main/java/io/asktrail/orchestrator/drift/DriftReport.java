package io.asktrail.orchestrator.drift;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.result.SchemaDrift;
import java.time.Instant;
import java.util.List;

/**
 * What a look at all sources found.
 *
 * @param breaking how many of the differences can fail a question
 */
public record DriftReport(
        @JsonProperty("looked_at") Instant lookedAt,
        @JsonProperty("registry_version") String registryVersion,
        int breaking,
        List<SchemaDrift> differences) {
    public DriftReport {
        differences = List.copyOf(differences);
    }

    static DriftReport of(Instant at, String registryVersion, List<SchemaDrift> differences) {
        var breaking = (int) differences.stream()
                .filter(difference -> difference.kind().isBreaking())
                .count();
        return new DriftReport(at, registryVersion, breaking, differences);
    }
}
