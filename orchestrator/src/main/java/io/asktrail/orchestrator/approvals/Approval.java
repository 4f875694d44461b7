package io.asktrail.orchestrator.approvals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for consent and what became of it.
 *
 * @param requestedBy the subject who wants the file
 * @param regions whose rows it would hold: those that the requester's token opens
 * @param summary what is wanted, for the one who decides
 * @param comment what the one who decided said
 * @param expiresAt until when it can be decided, and once it is, until when the file can be had
 * @param history who did what and when, the oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Approval(
        String id,
        @JsonProperty("requested_by") String requestedBy,
        List<String> regions,
        Subject subject,
        String summary,
        String reason,
        ApprovalStatus status,
        @JsonProperty("decided_by") @Nullable String decidedBy,
        @Nullable String comment,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("decided_at") @Nullable Instant decidedAt,
        @JsonProperty("expires_at") Instant expiresAt,
        List<Event> history) {
    public Approval {
        regions = List.copyOf(regions);
        history = List.copyOf(history);
    }

    /** @param event requested, approved, rejected, voided or exported */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Event(
            Instant at, String by, String event, @Nullable String detail) {}
}
