package io.asktrail.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The currency that amounts are to be shown in.
 *
 * @param to by its ISO 4217 code
 * @param policy which day's rate an amount is converted at; what the rate table says if null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Conversion(Currency to, @Nullable Policy policy) {
    /** Which day's rate an amount is converted at. */
    public enum Policy {
        /** Each day's amount at the rate of that day. */
        @JsonProperty("daily")
        DAILY,
        /** Every amount of a period at the mean of the rates of its days. */
        @JsonProperty("period_average")
        PERIOD_AVERAGE
    }
}
