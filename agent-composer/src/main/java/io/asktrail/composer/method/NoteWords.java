package io.asktrail.composer.method;

import io.asktrail.composer.number.Days;
import io.asktrail.composer.number.FigureFormat;
import io.asktrail.composer.shown.Labels;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.NoteValue;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an agent noted, in the words of a language: by its code and values where there is a template for it, by what the
 * registry says where the note names the place, else as the agent wrote it.
 */
record NoteWords(Labels labels) {
    private static final String NOTE = "note.";

    String of(Note note) {
        var key = NOTE + note.code();
        if (labels.words().has(key)
                && note.values()
                        .keySet()
                        .containsAll(labels.words().template(key).places())) {
            return said(key, note.values());
        }
        // A code that names what it is about says its sentence as a value, which has a code of its own.
        var sentence = note.values().get(Note.SAID);
        return sentence == null ? note.text() : written(sentence);
    }

    // What the file of a capability says of it, in the language, if the file has it.
    private String usage(NoteValue.Usage usage) {
        return Optional.ofNullable(
                        labels.registry().tools().get(usage.capability().tool()))
                .stream()
                .flatMap(tool -> tool.capabilities().stream())
                .filter(capability ->
                        capability.name().equals(usage.capability().capability()))
                .flatMap(capability -> capability.notes().stream())
                .filter(note -> note.code().equals(usage.code()))
                .map(note -> note.in(labels.words().language().tag()))
                .findFirst()
                .orElse(usage.text());
    }

    private String caveat(NoteValue.RateCaveat caveat) {
        var table = labels.registry().rates().tables().get(caveat.table());
        return table == null
                ? caveat.text()
                : table.caveatIn().getOrDefault(labels.words().language().tag(), caveat.text());
    }

    private String said(String key, Map<String, NoteValue> values) {
        var namesAndValues = values.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), written(each.getKey(), each.getValue())))
                .toArray(String[]::new);
        return labels.words().of(key, namesAndValues);
    }

    private String noMember(DimensionId dimension, String english) {
        var language = labels.words().language().tag();
        return labels.registry().findDimension(dimension).stream()
                .flatMap(definition -> definition.columns().stream())
                .filter(binding -> english.equals(binding.nullMeans()))
                .map(binding -> binding.nullMeansIn().getOrDefault(language, english))
                .findFirst()
                .orElse(english);
    }

    private String amount(NoteValue.Amounts.Of amount) {
        var metric = Labels.inSentence(labels.of(amount.metric()));
        var unit = labels.registry()
                .findMetric(amount.metric())
                .map(definition -> definition.unit().text())
                .orElse(null);
        return amount.value() == null
                ? metric
                : labels.words().of("number.of", "number", FigureFormat.exact(amount.value(), unit), "metric", metric);
    }

    // Agents know a source by its English title.
    private String written(String place, NoteValue value) {
        return place.equals("source") && value instanceof NoteValue.Name(var title)
                ? labels.source(title)
                : written(value);
    }

    private String written(NoteValue value) {
        return switch (value) {
            case NoteValue.Metrics(var ids) ->
                labels.any(ids.stream().map(labels::of).distinct().toList());
            case NoteValue.Dimensions(var ids) ->
                labels.all(ids.stream().map(labels::of).map(Labels::inSentence).toList());
            case NoteValue.Days(var start, var end) -> Days.in(labels.words()).from(start, end);
            case NoteValue.Amount(var number, var unit) -> FigureFormat.inSentence(number, unit, labels.words());
            case NoteValue.Amounts(var amounts) ->
                labels.all(amounts.stream().map(this::amount).toList());
            case NoteValue.NoMember(var dimension, var english) -> noMember(dimension, english);
            case NoteValue.Name(var name) -> name;
            case NoteValue.Usage usage -> usage(usage);
            case NoteValue.RateCaveat caveat -> caveat(caveat);
            case NoteValue.Parts(var parts) ->
                parts.stream()
                        .map(part -> said(NOTE + part.code(), part.values()))
                        .collect(Collectors.joining("; "));
        };
    }
}
