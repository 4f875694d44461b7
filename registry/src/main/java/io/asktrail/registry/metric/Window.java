package io.asktrail.registry.metric;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which days a measure adds up for a period. */
public enum Window {
    /** The days of the period. */
    @JsonProperty("period")
    PERIOD,
    /** Every day up to the end of the period, e.g. for a lifetime value. */
    @JsonProperty("to_date")
    TO_DATE
}
