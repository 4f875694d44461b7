package io.asktrail.orchestrator.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an answer was of use. */
public enum Thumb {
    @JsonProperty("up")
    UP,
    @JsonProperty("down")
    DOWN
}
