package io.asktrail.contracts.task;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which end of an ordering comes first. */
public enum Direction {
    @JsonProperty("asc")
    ASC,
    @JsonProperty("desc")
    DESC
}
