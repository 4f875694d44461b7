package io.asktrail.compute;

import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.Table;
import io.asktrail.registry.Registry;
import io.asktrail.registry.Unit;
import java.util.Collection;
import java.util.Currency;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which currency the amounts of some rows are in. The registry says what a metric is kept in; rows that were converted
 * say in their columns what they are in now, and all later arithmetic goes by that.
 */
record Tender(Registry registry, Collection<Table> tables) {
    private record Amount(Column column, Currency kept, Currency now) {
        boolean isConverted() {
            return !kept.equals(now);
        }
    }

    /** Why these rows cannot meet: some amounts were converted and others were not. */
    Optional<String> objection() {
        var currencies = amounts().map(Amount::now).distinct().toList();
        return amounts().anyMatch(Amount::isConverted) && currencies.size() > 1
                ? Optional.of("Amounts in %s are not added up or held against each other."
                        .formatted(currencies.stream()
                                .map(Currency::getCurrencyCode)
                                .sorted()
                                .collect(Collectors.joining(" and "))))
                : Optional.empty();
    }

    /** The registry as these rows have it. */
    Registry counted() {
        return amounts()
                .filter(Amount::isConverted)
                .findFirst()
                .map(amount -> registry.countedIn(amount.now()))
                .orElse(registry);
    }

    private Stream<Amount> amounts() {
        return tables.stream().flatMap(table -> table.columns().stream()).flatMap(column -> amount(column).stream());
    }

    private Optional<Amount> amount(Column column) {
        var now = currencyOf(column);
        return now.isEmpty()
                ? Optional.empty()
                : new Vocabulary(registry, java.util.Map.of())
                        .metricOf(column.id())
                        .filter(metric -> metric.unit() instanceof Unit.Money)
                        .map(metric -> new Amount(column, ((Unit.Money) metric.unit()).currency(), now.get()));
    }

    /** What the numbers of a column are an amount of; empty if they are none. */
    static Optional<Currency> currencyOf(Column column) {
        return column.unit() != null && Unit.parse(column.unit()) instanceof Unit.Money(var currency)
                ? Optional.of(currency)
                : Optional.empty();
    }
}
