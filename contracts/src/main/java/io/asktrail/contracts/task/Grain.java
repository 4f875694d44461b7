package io.asktrail.contracts.task;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How long one point of a series is. */
public enum Grain {
    @JsonProperty("day")
    DAY,
    @JsonProperty("week")
    WEEK,
    @JsonProperty("month")
    MONTH,
    @JsonProperty("quarter")
    QUARTER,
    @JsonProperty("year")
    YEAR
}
