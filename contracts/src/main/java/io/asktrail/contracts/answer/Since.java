package io.asktrail.contracts.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * What has become of an answer's figures since it was given: its task was worked out again, with the reader's rights of
 * today.
 *
 * @param changes the cells that are other than they were, in the order of the table that was given
 * @param more how many changes there are beside those listed
 * @param text the same in a sentence
 */
public record Since(
        Status status, @JsonProperty("checked_at") Instant checkedAt, List<CellChange> changes, int more, String text) {
    public Since {
        changes = List.copyOf(changes);
    }

    /** Whether the figures still stand, and if not why. */
    public enum Status {
        /** Every figure is as it was. */
        @JsonProperty("unchanged")
        UNCHANGED,
        /** The same definitions give other figures: the sources have been restated or loaded anew. */
        @JsonProperty("restated")
        RESTATED,
        /** The registry defines something otherwise now; the sources may have changed too. */
        @JsonProperty("redefined")
        REDEFINED,
        /** It could not be worked out again just now, or has no figures. */
        @JsonProperty("unknown")
        UNKNOWN
    }
}
