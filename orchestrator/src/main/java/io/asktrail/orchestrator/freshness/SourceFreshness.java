package io.asktrail.orchestrator.freshness;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One table of a source.
 *
 * @param tool the tool that reads it; null if the registry names none
 * @param label the table as people know it; of an agent that said nothing, what its tool is for
 * @param freshTo last day that is there; null if none is, or if it is not known
 * @param provisionalFrom first day whose numbers may still move; null if all are final, or if it is not known
 * @param syncedAt when days of it came last; null if that is not known
 */
public record SourceFreshness(
        @Nullable String tool,
        String label,
        @JsonProperty("fresh_to") @Nullable LocalDate freshTo,
        @JsonProperty("provisional_from") @Nullable LocalDate provisionalFrom,
        @JsonProperty("synced_at") @Nullable Instant syncedAt,
        State state) {

    /** How a source stands. */
    public enum State {
        @JsonProperty("ok")
        OK,
        /** Days are missing that should be there. */
        @JsonProperty("behind")
        BEHIND,
        /** Its agent is there and says that the source is not. */
        @JsonProperty("failing")
        FAILING,
        /** Its agent says nothing. */
        @JsonProperty("unknown")
        UNKNOWN
    }

    /** How many days are missing up to yesterday, in words; null if none are, or if it is not known. */
    @JsonIgnore
    public @Nullable String behind(LocalDate today) {
        if (state != State.BEHIND) {
            return null;
        }
        if (freshTo == null) {
            return "it is empty";
        }
        var days = ChronoUnit.DAYS.between(freshTo, today.minusDays(1));
        return days == 1 ? "1 day" : "%d days".formatted(days);
    }
}
