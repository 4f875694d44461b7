package io.asktrail.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a diagnostics task wants to know.
 *
 * @param claim which way the asker holds that the number went; null if the question does not say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Diagnosis(Kind kind, @Nullable Claim claim) {
    /** The questions that agent-insights has playbooks for. */
    public enum Kind {
        @JsonProperty("change")
        CHANGE,
        @JsonProperty("anomaly")
        ANOMALY,
        @JsonProperty("pacing")
        PACING,
        @JsonProperty("waste")
        WASTE,
        @JsonProperty("reconciliation")
        RECONCILIATION,
        @JsonProperty("health")
        HEALTH,
        @JsonProperty("search_terms")
        SEARCH_TERMS
    }

    /** What "why did it fall" takes for true; the numbers may say otherwise. */
    public enum Claim {
        @JsonProperty("fell")
        FELL,
        @JsonProperty("rose")
        ROSE
    }

    /** With nothing taken for true. */
    public Diagnosis(Kind kind) {
        this(kind, null);
    }
}
