package io.asktrail.orchestrator.audit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What was asked for. */
public enum AuditKind {
    /** A question was to be answered. */
    @JsonProperty("ask")
    ASK,
    /** A question was to be read, no more. */
    @JsonProperty("interpret")
    INTERPRET,
    /** A task was to be answered, no language involved. */
    @JsonProperty("query")
    QUERY,
    /** The task of a stored answer was to be answered again. */
    @JsonProperty("again")
    AGAIN
}
