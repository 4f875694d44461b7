package io.asktrail.registry.metric;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Aggregate functions whose result is exact. */
public enum Aggregate {
    @JsonProperty("sum")
    SUM,
    @JsonProperty("count")
    COUNT,
    @JsonProperty("count_distinct")
    COUNT_DISTINCT,
    @JsonProperty("min")
    MIN,
    @JsonProperty("max")
    MAX,
    /** Between two values the number is interpolated; a source that only estimates it does not give it. */
    @JsonProperty("percentile")
    PERCENTILE
}
