package io.asktrail.orchestrator.runs;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a run stands. */
public enum RunStatus {
    @JsonProperty("running")
    RUNNING("running"),
    @JsonProperty("done")
    DONE("done"),
    @JsonProperty("failed")
    FAILED("failed"),
    @JsonProperty("cancelled")
    CANCELLED("cancelled");

    private final String text;

    RunStatus(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    static RunStatus of(String text) {
        for (var status : values()) {
            if (status.text.equals(text)) {
                return status;
            }
        }
        throw new IllegalArgumentException("no run is '" + text + "'");
    }
}
