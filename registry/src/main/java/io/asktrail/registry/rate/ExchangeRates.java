package io.asktrail.registry.rate;

import java.util.Collections;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All rate tables. No rate is worked out from two others: what no table says is not known. */
public record ExchangeRates(SortedMap<String, RateTable> tables) {
    public static final ExchangeRates NONE = new ExchangeRates(Collections.emptySortedMap());

    public ExchangeRates {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    }

    /** By which table amounts in one currency are shown in another. */
    public Optional<RateTable> between(Currency one, Currency other) {
        return tables.values().stream().filter(table -> table.joins(one, other)).findFirst();
    }

    /** The codes of the currencies that amounts in this one can be shown in. */
    public SortedSet<String> reachableFrom(Currency currency) {
        var codes = new TreeSet<String>();
        tables.values().stream()
                .map(table -> table.opposite(currency))
                .filter(Objects::nonNull)
                .map(Currency::getCurrencyCode)
                .forEach(codes::add);
        return codes;
    }
}
