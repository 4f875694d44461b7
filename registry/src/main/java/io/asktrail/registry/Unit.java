package io.asktrail.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Currency;

/** What a number counts, so that formulas can be checked and figures written. */
public sealed interface Unit {
    record Money(Currency currency) implements Unit {}

    record Count() implements Unit {}

    /** A plain ratio, such as ROAS. */
    record Ratio() implements Unit {}

    /** A ratio that people read as per cent; kept as a fraction. */
    record Percent() implements Unit {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Unit parse(String text) {
        return switch (text) {
            case "count" -> new Count();
            case "ratio" -> new Ratio();
            case "percent" -> new Percent();
            default -> new Money(currency(text));
        };
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "'%s' is no unit: write a currency, count, ratio or percent".formatted(code), unknown);
        }
    }

    @JsonValue
    default String text() {
        return switch (this) {
            case Money(var currency) -> currency.getCurrencyCode();
            case Count _ -> "count";
            case Ratio _ -> "ratio";
            case Percent _ -> "percent";
        };
    }
}
