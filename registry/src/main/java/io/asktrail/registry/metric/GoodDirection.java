package io.asktrail.registry.metric;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way a metric should move. */
public enum GoodDirection {
    @JsonProperty("up")
    UP,
    @JsonProperty("down")
    DOWN,
    /** Neither is good as such, e.g. spend: "best" means most. */
    @JsonProperty("neutral")
    NEUTRAL
}
