package io.asktrail.contracts.task;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of thing is wanted. */
public enum Intent {
    @JsonProperty("analytics.query")
    ANALYTICS_QUERY,
    @JsonProperty("diagnostics")
    DIAGNOSTICS,
    @JsonProperty("data.export")
    DATA_EXPORT,
    @JsonProperty("meta.help")
    META_HELP
}
