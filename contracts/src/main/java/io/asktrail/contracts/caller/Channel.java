package io.asktrail.contracts.caller;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By which way somebody asks. */
public enum Channel {
    @JsonProperty("http")
    HTTP,
    @JsonProperty("slack")
    SLACK,
    @JsonProperty("mcp")
    MCP,
    @JsonProperty("cli")
    CLI
}
