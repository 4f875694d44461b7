package io.asktrail.registry.metric;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether parts may be added up to the whole. */
public enum Additivity {
    @JsonProperty("additive")
    ADDITIVE,
    /** Parts overlap, e.g. distinct customers by product: only the source can give the whole. */
    @JsonProperty("non_additive")
    NON_ADDITIVE,
    /** The whole is the ratio of the sums of its parts. */
    @JsonProperty("ratio")
    RATIO
}
