package io.asktrail.compute;

import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.NoteValue;
import io.asktrail.registry.rate.RateTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                                .formatted(how(table, from), table.source(), table.id(), table.carriedDays()))
                .about(Map.of(Note.SAID, new NoteValue.Parts(List.of(said(table, from)))));
        return table.caveat() == null
                ? Stream.of(method)
                : Stream.of(method, caveat(new NoteValue.RateCaveat(table.id(), table.caveat())));
    }

    private static Note caveat(NoteValue.RateCaveat told) {
        return Note.caveat("exchange_rates", told.text()).about(Map.of(Note.SAID, told));
    }

    // The same as the English, for words of another language.
    private NoteValue.Part said(RateTable table, Currency from) {
        var values = new HashMap<String, NoteValue>(Map.of(
                "from", new NoteValue.Name(from.getCurrencyCode()),
                "to", new NoteValue.Name(inputs.to().getCurrencyCode()),
                "days", new NoteValue.Days(inputs.days().start(), inputs.days().end()),
                "rates", new NoteValue.Parts(parts(table)),
                "source", new NoteValue.Name(table.source()),
                "table", new NoteValue.Name(table.id()),
                "carried", NoteValue.number(table.carriedDays())));
        return switch (inputs.policy()) {
            case DAILY -> NoteValue.Part.of("converted_daily", values);
            case PERIOD_AVERAGE -> {
                values.put("count", NoteValue.number(days.size()));
                values.put("mean", new NoteValue.Name(table.written(mean(table))));
                yield NoteValue.Part.of("converted_average", values);
            }
        };
    }

    private List<NoteValue.Part> parts(RateTable table) {
        var told = told(table);
        if (told.size() > MOST_TOLD) {
            return List.of(NoteValue.Part.of(
                    "rates_many",
                    Map.of(
                            "count", NoteValue.number(told.size()),
                            "low", new NoteValue.Name(table.written(Collections.min(told.values()))),
                            "high", new NoteValue.Name(table.written(Collections.max(told.values()))))));
        }
        return told.entrySet().stream()
                .map(rate -> NoteValue.Part.of(
                        "rate",
                        Map.of(
                                "rate", new NoteValue.Name(table.written(rate.getValue())),
                                "day", new NoteValue.Days(rate.getKey(), rate.getKey()))))
                .toList();
    }

    private Map<LocalDate, BigDecimal> told(RateTable table) {
        var told = new LinkedHashMap<LocalDate, BigDecimal>();
        days.forEach(day -> told.put(table.rates().floorKey(day), table.on(day).orElseThrow()));
        return told;
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
        var told = told(table);
        if (told.size() <= MOST_TOLD) {
            return told.entrySet().stream()
                    .map(rate -> "%s (of %s)".formatted(table.written(rate.getValue()), rate.getKey()))
                    .collect(Collectors.joining(", "));
        }
        return "%d rates, the lowest %s, the highest %s"
                .formatted(
                        told.size(),
                        table.written(Collections.min(told.values())),
                        table.written(Collections.max(told.values())));
    }
}
