package io.asktrail.planner;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Conversion;
import io.asktrail.contracts.task.Conversion.Policy;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.Draft.Turned;
import io.asktrail.planner.Sourcing.Sourced;
import io.asktrail.planner.saying.PlannerSaying;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.metric.Window;
import io.asktrail.registry.rate.RateTable;
import io.asktrail.registry.wording.Said;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which amounts cannot be shown in the currency that is asked for. An amount is converted by a stated rate or not at all. */
record ExchangeChecks(Registry registry, Wanted wanted) {

    Optional<Turned> firstObjection(Sourced sourced) {
        return Exchange.of(wanted.task(), registry).flatMap(exchange -> {
            var measured = measured(sourced);
            return Stream.<Supplier<Optional<Turned>>>of(
                            () -> nothingToConvert(exchange, measured),
                            () -> forecast(),
                            () -> noTable(exchange, measured),
                            () -> allTime(exchange, sourced),
                            () -> policy(exchange, measured),
                            () -> missingRate(exchange, measured),
                            () -> notByDay(exchange, measured))
                    .flatMap(check -> check.get().stream())
                    .findFirst();
        });
    }

    private static Set<MetricId> measured(Sourced sourced) {
        var measured = new LinkedHashSet<MetricId>();
        sourced.metrics().forEach(metric -> measured.addAll(metric.reads().keySet()));
        return measured;
    }

    private Optional<Turned> nothingToConvert(Exchange exchange, Set<MetricId> measured) {
        return measured.stream().anyMatch(exchange::isMoney)
                ? Optional.empty()
                : turned(Said.of(PlannerSaying.NO_MONEY)
                        .text(exchange.wanted().to().getCurrencyCode()));
    }

    private Optional<Turned> forecast() {
        return wanted.task().calculations().stream().anyMatch(calculation -> calculation.kind() == Kind.FORECAST)
                ? turned(Said.of(PlannerSaying.NO_RATES_AHEAD))
                : Optional.empty();
    }

    private Optional<Turned> noTable(Exchange exchange, Set<MetricId> measured) {
        return measured.stream()
                .flatMap(metric -> exchange.foreign(metric).stream())
                .filter(from ->
                        registry.rates().between(from, exchange.wanted().to()).isEmpty())
                .findFirst()
                .map(from -> noTable(from, exchange.wanted()));
    }

    private Turned noTable(Currency from, Conversion asked) {
        var others = registry.rates().reachableFrom(from);
        var instead = Stream.concat(
                        others.stream().map(other -> with(new Conversion(other, asked.policy()))),
                        Stream.of(with(null)))
                .toList();
        return new Turned(
                ErrorCode.NO_PATH,
                others.isEmpty()
                        ? Said.of(PlannerSaying.NO_RATES).text(from.getCurrencyCode())
                        : Said.of(PlannerSaying.NO_RATE_TABLE)
                                .text(from.getCurrencyCode())
                                .text(asked.to().getCurrencyCode())
                                .text(others.stream()
                                        .map(Currency::getCurrencyCode)
                                        .collect(Collectors.joining(", "))),
                instead);
    }

    private Optional<Turned> allTime(Exchange exchange, Sourced sourced) {
        return sourced.metrics().stream()
                .filter(metric -> metric.reads().entrySet().stream()
                        .anyMatch(read -> read.getValue().window() == Window.TO_DATE
                                && exchange.foreign(read.getKey()).isPresent()))
                .findFirst()
                .flatMap(metric ->
                        turned(Said.of(PlannerSaying.RATES_OF_ALL_TIME).metric(metric.metric())));
    }

    private Optional<Turned> policy(Exchange exchange, Set<MetricId> measured) {
        return exchange.policies(measured).size() > 1
                ? Optional.of(new Turned(
                        ErrorCode.NO_PATH,
                        Said.of(PlannerSaying.WHICH_RATE),
                        Stream.of(Policy.values())
                                .map(policy ->
                                        with(new Conversion(exchange.wanted().to(), policy)))
                                .toList()))
                : Optional.empty();
    }

    private Optional<Turned> missingRate(Exchange exchange, Set<MetricId> measured) {
        return exchange.tables(measured)
                .flatMap(table -> periods().flatMap(period -> gap(table, period).stream()))
                .findFirst();
    }

    private Optional<Turned> gap(RateTable table, DateRange period) {
        return table.firstGap(period.start(), period.end())
                .map(day -> new Turned(
                        ErrorCode.NO_PATH,
                        Said.of(PlannerSaying.RATE_GAP)
                                .text(table.currency().getCurrencyCode())
                                .text(table.pricedIn().getCurrencyCode())
                                .day(day)
                                .text(table.id())
                                .day(table.rates().firstKey())
                                .day(table.rates().lastKey())
                                .number(table.carriedDays()),
                        List.of(with(null))));
    }

    private Stream<DateRange> periods() {
        var period = wanted.task().period();
        var compare = wanted.task().compare();
        var asked = Stream.of(new DateRange(period.start(), period.end()));
        return compare == null ? asked : Stream.concat(asked, Stream.of(new DateRange(compare.start(), compare.end())));
    }

    // The amounts of single days are added up; a largest amount of each day comes to no largest of all.
    private Optional<Turned> notByDay(Exchange exchange, Set<MetricId> measured) {
        if (!exchange.policies(measured).contains(Policy.DAILY) || wanted.grain() == Grain.DAY) {
            return Optional.empty();
        }
        return measured.stream()
                .filter(metric -> exchange.foreign(metric).isPresent())
                .filter(metric -> registry.metric(metric).additivity() != Additivity.ADDITIVE)
                .findFirst()
                .map(metric -> new Turned(
                        ErrorCode.NO_PATH,
                        Said.of(PlannerSaying.NO_TOTAL_AT_DAILY_RATES).metric(metric),
                        List.of(with(new Conversion(exchange.wanted().to(), Policy.PERIOD_AVERAGE)))));
    }

    private Optional<Turned> turned(Said reason) {
        return Optional.of(new Turned(ErrorCode.NO_PATH, reason, List.of(with(null))));
    }

    private TaskSpec with(@org.jspecify.annotations.Nullable Conversion currency) {
        return wanted.task().toBuilder().currency(currency).build();
    }
}
