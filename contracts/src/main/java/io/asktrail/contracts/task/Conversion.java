package io.asktrail.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Currency;
import java.util.Optional;
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

    /** At the rate that the rate table names. */
    public static Conversion to(Currency currency) {
        return new Conversion(currency, null);
    }

    /** The currency of an ISO 4217 code; empty if there is none. */
    public static Optional<Currency> currency(String code) {
        return Currency.availableCurrencies()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst();
    }
}
