package io.asktrail.contracts.answer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the numbers were worked out for this caller just now. */
public enum CacheUse {
    @JsonProperty("miss")
    MISS,
    @JsonProperty("hit")
    HIT,
    @JsonProperty("joined")
    JOINED
}
