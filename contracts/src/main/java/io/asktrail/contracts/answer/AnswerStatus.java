package io.asktrail.contracts.answer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an answer ended. */
public enum AnswerStatus {
    @JsonProperty("answered")
    ANSWERED,
    @JsonProperty("partial")
    PARTIAL,
    @JsonProperty("clarification")
    CLARIFICATION,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("failed")
    FAILED
}
