package io.asktrail.contracts.caller;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a caller may do, from least to most. */
public enum Role {
    @JsonProperty("viewer")
    VIEWER,
    @JsonProperty("analyst")
    ANALYST,
    @JsonProperty("manager")
    MANAGER,
    @JsonProperty("admin")
    ADMIN
}
