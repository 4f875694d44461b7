package io.asktrail.compute;

import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.Note;
import io.asktrail.registry.rate.RateTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The account of a conversion: by which table, at which rates of which days, and how they were used. */
record RateWords(StepInputs.Convert inputs, List<LocalDate> days) {
    /** More rates than this are told by the lowest and the highest. */
    private static final int MOST_TOLD = 8;

    private static final int MEAN_SCALE = 6;

    Stream<Note> notes(RateTable table, Currency from) {
        var method = Note.method(
                "converted_" + table.id(),
                "%s Rates: %s (table %s); a day without a rate of its own has the last one of the %d days before."
                        .formatted(how(table, from), table.source(), table.id(), table.carriedDays()));
        return table.caveat() == null
                ? Stream.of(method)
                : Stream.of(method, Note.caveat("exchange_rates", table.caveat()));
    }

    private String how(RateTable table, Currency from) {
        var span = "%s to %s".formatted(inputs.days().start(), inputs.days().end());
        return switch (inputs.policy()) {
            case DAILY ->
                "Amounts in %s are shown in %s day by day, each day's amount at the rate of that day and then added up; from %s: %s."
                        .formatted(from, inputs.to(), span, rates(table));
            case PERIOD_AVERAGE ->
                "Amounts in %s are shown in %s at the mean of the rates of the %d days from %s: %s; the rates: %s."
                        .formatted(from, inputs.to(), days.size(), span, table.written(mean(table)), rates(table));
        };
    }

    private BigDecimal mean(RateTable table) {
        return RateFraction.sum(table, days).divide(BigDecimal.valueOf(days.size()), MEAN_SCALE, RoundingMode.HALF_UP);
    }

    private String rates(RateTable table) {
        var told = new LinkedHashMap<LocalDate, BigDecimal>();
        days.forEach(day -> {
            var since = table.rates().floorKey(day);
            told.put(since, table.on(day).orElseThrow());
        });
        if (told.size() <= MOST_TOLD) {
            return told.entrySet().stream()
                    .map(rate -> "%s (of %s)".formatted(table.written(rate.getValue()), rate.getKey()))
                    .collect(Collectors.joining(", "));
        }
        var order = Comparator.<BigDecimal>naturalOrder();
        return "%d rates, the lowest %s, the highest %s"
                .formatted(
                        told.size(),
                        table.written(told.values().stream().min(order).orElseThrow()),
                        table.written(told.values().stream().max(order).orElseThrow()));
    }
}
