package io.asktrail.contracts.verified;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** That somebody approved a question, or took it back; never changed afterwards. */
public record VerifiedChange(Action action, String by, Instant at, VerifiedQuestion verified) {
    /** What was done. */
    public enum Action {
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("removed")
        REMOVED
    }
}
