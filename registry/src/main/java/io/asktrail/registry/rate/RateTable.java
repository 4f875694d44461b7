package io.asktrail.registry.rate;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.task.Conversion.Policy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Currency;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of a currency costs in another, by day.
 *
 * @param currency of which one is bought
 * @param pricedIn what it is paid with
 * @param source who published the rates, for the account of a number
 * @param sourceIn the same in other languages, by their tags
 * @param caveat what every reader of a converted number has to know; null if nothing
 * @param caveatIn the same in other languages, by their tags
 * @param policy which day's rate holds where a question does not say
 * @param carriedDays for how many days the last rate stands in where a day has none of its own
 * @param rates the days that have one of their own
 */
public record RateTable(
        String id,
        Currency currency,
        @JsonProperty("priced_in") Currency pricedIn,
        String source,
        @JsonProperty("source_in") Map<String, String> sourceIn,
        @Nullable String caveat,
        @JsonProperty("caveat_in") Map<String, String> caveatIn,
        Policy policy,
        @JsonProperty("carried_days") int carriedDays,
        NavigableMap<LocalDate, BigDecimal> rates) {
    public RateTable {
        sourceIn = sourceIn == null ? Map.of() : Map.copyOf(sourceIn);
        caveatIn = caveatIn == null ? Map.of() : Map.copyOf(caveatIn);
        rates = Collections.unmodifiableNavigableMap(new TreeMap<>(rates));
    }

    /** The rate of a day, or the last one before it; empty if that is too long ago. */
    public Optional<BigDecimal> on(LocalDate day) {
        var last = rates.floorEntry(day);
        return last == null || ChronoUnit.DAYS.between(last.getKey(), day) > carriedDays
                ? Optional.empty()
                : Optional.of(last.getValue());
    }

    /** The first of these days that has no rate. */
    public Optional<LocalDate> firstGap(LocalDate start, LocalDate end) {
        return start.datesUntil(end.plusDays(1))
                .filter(day -> on(day).isEmpty())
                .findFirst();
    }

    /** Whether amounts in one of the two can be shown in the other by it. */
    boolean joins(Currency one, Currency other) {
        return (one.equals(currency) && other.equals(pricedIn)) || (one.equals(pricedIn) && other.equals(currency));
    }

    /** The currency on the other side; empty if this is on neither. */
    Optional<Currency> opposite(Currency side) {
        return Stream.of(currency, pricedIn).filter(other -> joins(side, other)).findFirst();
    }

    /** How a rate is written: {@code 1 USD = 88.1200 INR}. */
    public String written(BigDecimal rate) {
        return "1 %s = %s %s".formatted(currency, rate.toPlainString(), pricedIn);
    }
}
