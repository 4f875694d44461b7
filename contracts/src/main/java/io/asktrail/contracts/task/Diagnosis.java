package io.asktrail.contracts.task;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a diagnostics task wants to know. */
public record Diagnosis(Kind kind) {
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
}
