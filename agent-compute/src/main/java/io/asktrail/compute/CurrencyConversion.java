package io.asktrail.compute;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Conversion.Policy;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.rate.RateTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One {@code compute.convert} step: amounts in another currency. At daily rates each day's amount is converted first and
 * the days are added up then; nothing is rounded here.
 */
final class CurrencyConversion {
    private static final String DATE = TaskSpec.DATE.value();

    private final StepInputs.Convert inputs;
    private final Frame rows;
    private final Registry registry;
    private final Vocabulary vocabulary;
    private final List<LocalDate> days;

    CurrencyConversion(Registry registry, StepInputs.Convert inputs, Table table) {
        this.inputs = inputs;
        this.rows = Frame.of(table);
        this.registry = registry;
        this.vocabulary = new Vocabulary(registry, Map.of());
        this.days = inputs.days()
                .start()
                .datesUntil(inputs.days().end().plusDays(1))
                .toList();
    }

    StepResult run(Timer timer) {
        var tables = new TreeMap<String, RateTable>();
        for (var from : currencies()) {
            var found = registry.rates().between(from, inputs.to());
            if (found.isEmpty()) {
                return missing("There is no rate table from %s to %s.".formatted(from, inputs.to()));
            }
            tables.put(from.getCurrencyCode(), found.get());
        }
        var objection = objection(tables);
        if (objection.isPresent()) {
            return missing(objection.get());
        }
        var converted = rows;
        for (var column : rows.columns()) {
            var from = Tender.currencyOf(column);
            if (from.isPresent() && !from.get().equals(inputs.to())) {
                var table = Objects.requireNonNull(tables.get(from.get().getCurrencyCode()));
                converted = converted.with(in(inputs.to(), column), converted(column, table, from.get()));
            }
        }
        var words = new RateWords(inputs, days);
        return timer.rows(
                shaped(converted).toTable(null),
                tables.entrySet().stream()
                        .flatMap(entry -> words.notes(entry.getValue(), Currency.getInstance(entry.getKey())))
                        .toList());
    }

    private static StepResult missing(String reason) {
        return new StepResult.Missing(ErrorCode.NO_DATA, reason);
    }

    private List<Currency> currencies() {
        return rows.columns().stream()
                .flatMap(column -> Tender.currencyOf(column).stream())
                .filter(currency -> !currency.equals(inputs.to()))
                .distinct()
                .toList();
    }

    private Optional<String> objection(Map<String, RateTable> tables) {
        for (var table : tables.values()) {
            var gap = table.firstGap(inputs.days().start(), inputs.days().end());
            if (gap.isPresent()) {
                return Optional.of("%s has no rate for %s, nor for the %d days before."
                        .formatted(table.id(), gap.get(), table.carriedDays()));
            }
        }
        if (inputs.policy() != Policy.DAILY) {
            return Optional.empty();
        }
        if (!rows.has(DATE)) {
            return Optional.of("Daily rates need the amounts of each day.");
        }
        return rows.column(DATE).stream().allMatch(this::isAmongTheDays) ? notAddedUp() : Optional.of(strayDay());
    }

    private boolean isAmongTheDays(@Nullable Object day) {
        return day instanceof LocalDate date
                && !date.isBefore(inputs.days().start())
                && !date.isAfter(inputs.days().end());
    }

    private String strayDay() {
        return "There are amounts of other days than %s, and of those it is not said at which rate."
                .formatted(inputs.days());
    }

    private Optional<String> notAddedUp() {
        return !inputs.addsUpDays()
                ? Optional.empty()
                : vocabulary.metricColumns(rows).stream()
                        .filter(column -> !vocabulary.isAdditive(new MetricId(column)))
                        .findFirst()
                        .map(column -> "%s of single days cannot be added up."
                                .formatted(vocabulary.labelOf(new MetricId(column))));
    }

    private static Column in(Currency currency, Column column) {
        return new Column(column.id(), column.label(), column.type(), currency.getCurrencyCode());
    }

    private List<@Nullable Object> converted(Column column, RateTable table, Currency from) {
        var amounts = rows.column(column.id());
        return switch (inputs.policy()) {
            case DAILY -> dayByDay(amounts, day -> RateFraction.onDay(table, from, day));
            case PERIOD_AVERAGE -> atOneRate(amounts, RateFraction.average(table, from, days));
        };
    }

    private List<@Nullable Object> dayByDay(List<@Nullable Object> amounts, Function<LocalDate, RateFraction> rates) {
        var dates = rows.column(DATE);
        var results = new ArrayList<@Nullable Object>(amounts.size());
        for (var row = 0; row < amounts.size(); row++) {
            results.add(
                    amounts.get(row) instanceof BigDecimal amount
                            ? rates.apply(dateOf(dates.get(row))).of(amount)
                            : null);
        }
        return results;
    }

    private static List<@Nullable Object> atOneRate(List<@Nullable Object> amounts, RateFraction rate) {
        var results = new ArrayList<@Nullable Object>(amounts.size());
        for (var cell : amounts) {
            results.add(cell instanceof BigDecimal amount ? rate.of(amount) : null);
        }
        return results;
    }

    private static LocalDate dateOf(@Nullable Object cell) {
        if (cell instanceof LocalDate date) {
            return date;
        }
        throw new IllegalStateException("rows without a day were refused before");
    }

    // At the mean rate, the rows are those that came in.
    private Frame shaped(Frame converted) {
        return inputs.addsUpDays() ? addedUp(converted) : converted;
    }

    private Frame addedUp(Frame byDay) {
        var groups = new LinkedHashMap<List<@Nullable Object>, List<Integer>>();
        var keys = keys(byDay);
        for (var row = 0; row < byDay.size(); row++) {
            var at = row;
            var key = new ArrayList<@Nullable Object>();
            keys.cells().forEach(column -> key.add(column.get(at)));
            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
        }
        // Of everything there is one row, whatever was found: nothing sold is 0 in any currency.
        if (groups.isEmpty() && keys.columns().isEmpty()) {
            groups.put(List.of(), List.of());
        }
        var members = groups.values().stream()
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        var first = members.stream()
                .filter(group -> group.length > 0)
                .mapToInt(group -> group[0])
                .toArray();
        var result = new Frame(keys.take(first).columns(), keys.take(first).cells(), members.size());
        for (var metric : vocabulary.metricColumns(byDay)) {
            result = result.with(byDay.definition(metric), sums(byDay, metric, members));
        }
        return result;
    }

    private Frame keys(Frame byDay) {
        var grain = inputs.grain();
        var keys = byDay.keep(vocabulary.dimensionColumns(byDay).stream()
                .filter(column -> grain != null || !column.equals(DATE))
                .toList());
        return grain == null
                ? keys
                : keys.with(
                        keys.definition(DATE),
                        keys.column(DATE).stream()
                                .<@Nullable Object>map(
                                        day -> registry.calendar().startOf(grain, dateOf(day)))
                                .toList());
    }

    private List<@Nullable Object> sums(Frame byDay, String column, List<int[]> groups) {
        var rollup = new Rollup(vocabulary, byDay);
        var sums = new ArrayList<@Nullable Object>(groups.size());
        for (var group : groups) {
            sums.add(group.length == 0 ? BigDecimal.ZERO : rollup.of(new MetricId(column), group));
        }
        return sums;
    }
}
