package io.asktrail.contracts.verified;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verified question with who vouches for it.
 *
 * @param by who approved it; null for one that stands in the registry, whose files have their own history
 * @param at when; null likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Vouched(
        VerifiedQuestion verified,
        Source source,
        @JsonProperty("approved_by") @Nullable String by,
        @JsonProperty("approved_at") @Nullable Instant at) {
    /** Where it is kept. */
    public enum Source {
        @JsonProperty("registry")
        REGISTRY,
        @JsonProperty("approved")
        APPROVED
    }
}
