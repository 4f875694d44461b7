package io.asktrail.orchestrator.approvals;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a request for consent stands. */
public enum ApprovalStatus {
    @JsonProperty("requested")
    REQUESTED,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("rejected")
    REJECTED,
    /** What was consented to is not what would be exported any more. */
    @JsonProperty("void")
    VOID,
    /** Nobody decided, or nobody fetched the file, in time. Never stored: it follows from the clock. */
    @JsonProperty("expired")
    EXPIRED
}
