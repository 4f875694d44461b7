package io.asktrail.compute;

import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.Table;
import io.asktrail.registry.Registry;
import io.asktrail.registry.Unit;
import io.asktrail.registry.metric.MetricDefinition;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which currency the amounts of some rows are in. The registry says what a metric is kept in; rows that were converted
 * say in their columns what they are in now, and all later arithmetic goes by that.
 */
record Tender(Registry registry, List<Amount> amounts) {
    /** A column of amounts. */
    record Amount(Currency kept, Currency now) {
        boolean isConverted() {
            return !kept.equals(now);
        }
    }

    static Tender of(Registry registry, Collection<Table> tables) {
        var vocabulary = new Vocabulary(registry, Map.of());
        return new Tender(
                registry,
                tables.stream()
                        .flatMap(table -> table.columns().stream())
                        .flatMap(column -> amount(column, vocabulary).stream())
                        .toList());
    }

    private static Optional<Amount> amount(Column column, Vocabulary vocabulary) {
        return currencyOf(column)
                .flatMap(now -> vocabulary
                        .metricOf(column.id())
                        .flatMap(MetricDefinition::currency)
                        .map(kept -> new Amount(kept, now)));
    }

    /** Why these rows cannot meet: some amounts were converted and others were not. */
    Optional<String> objection() {
        var currencies = amounts.stream().map(Amount::now).distinct().toList();
        return amounts.stream().anyMatch(Amount::isConverted) && currencies.size() > 1
                ? Optional.of("Amounts in %s are not added up or held against each other."
                        .formatted(currencies.stream()
                                .map(Currency::getCurrencyCode)
                                .sorted()
                                .collect(Collectors.joining(" and "))))
                : Optional.empty();
    }

    /** The registry as these rows have it. */
    Registry counted() {
        return amounts.stream()
                .filter(Amount::isConverted)
                .findFirst()
                .map(amount -> registry.countedIn(amount.now()))
                .orElse(registry);
    }

    /** What the numbers of a column are an amount of; empty if they are none. */
    static Optional<Currency> currencyOf(Column column) {
        return column.unit() != null && Unit.parse(column.unit()) instanceof Unit.Money(var currency)
                ? Optional.of(currency)
                : Optional.empty();
    }
}
