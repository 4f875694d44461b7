package io.asktrail.orchestrator.tools;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a tool is called. */
public enum BreakerState {
    @JsonProperty("closed")
    CLOSED,
    /** It is left alone. */
    @JsonProperty("open")
    OPEN,
    /** It is called a few times, to see whether it works again. */
    @JsonProperty("half_open")
    HALF_OPEN
}
