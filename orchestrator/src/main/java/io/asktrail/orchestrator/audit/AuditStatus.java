package io.asktrail.orchestrator.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.answer.AnswerStatus;

/** How it ended. */
public enum AuditStatus {
    @JsonProperty("answered")
    ANSWERED,
    @JsonProperty("partial")
    PARTIAL,
    @JsonProperty("clarification")
    CLARIFICATION,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("failed")
    FAILED,
    /** A question that was read, and was not to be answered. */
    @JsonProperty("read")
    READ;

    static AuditStatus of(AnswerStatus status) {
        return switch (status) {
            case ANSWERED -> ANSWERED;
            case PARTIAL -> PARTIAL;
            case CLARIFICATION -> CLARIFICATION;
            case REFUSED -> REFUSED;
            case FAILED -> FAILED;
        };
    }
}
