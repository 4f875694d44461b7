package io.asktrail.contracts.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import org.jspecify.annotations.Nullable;

/**
 * Something worked out over the rows of the answer.
 *
 * @param metric of which metric; null where {@link Kind#COUNT} counts members
 * @param window points of a moving average
 * @param of the dimension whose members {@link Kind#COUNT} counts
 * @param horizonDays how far {@link Kind#FORECAST} looks
 */
public record Calculation(
        Kind kind,
        @Nullable MetricId metric,
        @Nullable Integer window,
        @Nullable DimensionId of,
        @JsonProperty("horizon_days") @Nullable Integer horizonDays) {
    /** The calculations that a task may ask for. */
    public enum Kind {
        @JsonProperty("share_of_total")
        SHARE_OF_TOTAL,
        @JsonProperty("running_total")
        RUNNING_TOTAL,
        @JsonProperty("moving_average")
        MOVING_AVERAGE,
        @JsonProperty("rank")
        RANK,
        @JsonProperty("per_day")
        PER_DAY,
        @JsonProperty("count")
        COUNT,
        @JsonProperty("forecast")
        FORECAST
    }

    public static Calculation of(Kind kind, MetricId metric) {
        return new Calculation(kind, metric, null, null, null);
    }
}
