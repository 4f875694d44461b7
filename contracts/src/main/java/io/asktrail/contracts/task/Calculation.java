package io.asktrail.contracts.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something worked out over the rows of the answer.
 *
 * @param metric of which metric; null where {@link Kind#COUNT} counts members and where {@link Kind#OTHERS} adds up
 * @param window points of a moving average
 * @param of the dimension whose members {@link Kind#COUNT} counts, or {@link Kind#PIVOT} makes columns of
 * @param horizonDays how far {@link Kind#FORECAST} looks: days from the day after the period on
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
        FORECAST,
        /** What the limit leaves out comes as one more row, the last. */
        @JsonProperty("others")
        OTHERS,
        /** One row a member of the first dimension, one column a member of the other. */
        @JsonProperty("pivot")
        PIVOT
    }

    /** The days before its first that a forecast is worked out from, where there are as many: half a year of weeks. */
    public static final int FORECAST_HISTORY_DAYS = 26 * 7;

    /** What the column of a pivot is called that belongs to no member. */
    public static final String NOBODY = "(none)";

    private static final Pattern OTHERS = Pattern.compile("All other (\\d{1,9})");

    /** What the row or column of everybody who has none of their own is called, whatever the language of the answer. */
    public static String others(int members) {
        return "All other %d".formatted(members);
    }

    /** How many members share the row or column of this name; empty if it is any other name. */
    public static OptionalInt othersNamed(String name) {
        var named = OTHERS.matcher(name);
        return named.matches() ? OptionalInt.of(Integer.parseInt(named.group(1))) : OptionalInt.empty();
    }

    public static Calculation of(Kind kind, MetricId metric) {
        return new Calculation(kind, metric, null, null, null);
    }
}
