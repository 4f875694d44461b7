package io.asktrail.contracts.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.FieldId;
import org.jspecify.annotations.Nullable;

/**
 * A question about Asktrail itself.
 *
 * @param id the metric or dimension that is to be explained, for those topics
 */
public record Help(Topic topic, @Nullable FieldId id) {
    /** What can be explained. */
    public enum Topic {
        @JsonProperty("metric")
        METRIC,
        @JsonProperty("dimension")
        DIMENSION,
        @JsonProperty("catalogue")
        CATALOGUE,
        @JsonProperty("freshness")
        FRESHNESS,
        @JsonProperty("calendar")
        CALENDAR,
        @JsonProperty("examples")
        EXAMPLES
    }
}
