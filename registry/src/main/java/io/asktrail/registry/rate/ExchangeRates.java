package io.asktrail.registry.rate;

import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /** The currencies that amounts in this one can be shown in, by their codes. */
    public List<Currency> reachableFrom(Currency currency) {
        return tables.values().stream()
                .flatMap(table -> table.opposite(currency).stream())
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList();
    }
}
