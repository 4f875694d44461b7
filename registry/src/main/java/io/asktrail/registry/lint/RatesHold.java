package io.asktrail.registry.lint;

import io.asktrail.registry.file.Finding;
import io.asktrail.registry.rate.RateTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A rate table joins two currencies, no other table does, and no day between its first and its last is without a rate. */
final class RatesHold implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        return Stream.concat(draft.rates().stream().flatMap(RatesHold::faults), twice(draft.rates()));
    }

    private static Stream<Finding> faults(Defined<RateTable> defined) {
        var table = defined.value();
        if (table.currency().equals(table.pricedIn())) {
            return Stream.of(defined.at("/priced_in", "a currency has no rate to itself"));
        }
        return gap(defined).stream();
    }

    private static Optional<Finding> gap(Defined<RateTable> defined) {
        var table = defined.value();
        return table.firstGap(table.rates().firstKey(), table.rates().lastKey())
                .map(day -> defined.at(
                        "/rates",
                        "%s has no rate, and the last one before it is more than %d days old (carried_days)"
                                .formatted(day, table.carriedDays())));
    }

    private static Stream<Finding> twice(List<Defined<RateTable>> tables) {
        Map<String, String> owners = new HashMap<>();
        return tables.stream().flatMap(defined -> {
            var pair = Stream.of(defined.value().currency(), defined.value().pricedIn())
                    .map(Object::toString)
                    .sorted()
                    .toList();
            var owner = owners.putIfAbsent(pair.toString(), defined.value().id());
            return owner == null
                    ? Stream.empty()
                    : Stream.of(defined.at(
                            "/currency",
                            "%s and %s are joined by '%s' already: an amount has one rate a day"
                                    .formatted(pair.getFirst(), pair.getLast(), owner)));
        });
    }
}
