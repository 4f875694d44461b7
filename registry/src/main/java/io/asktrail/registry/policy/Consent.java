package io.asktrail.registry.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What may need somebody else's consent. */
public enum Consent {
    /** A file of an answer. */
    @JsonProperty("data.export")
    DATA_EXPORT,
    /** A file of the single rows of a table. */
    @JsonProperty("raw_rows")
    RAW_ROWS
}
