package io.asktrail.compute;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.NoteValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says how many rows of which side had no counterpart. */
final class Unmatched {
    private Unmatched() {}

    static Optional<Note> note(Vocabulary vocabulary, Frame left, Frame right, FullJoin.Joined joined) {
        var parts = new ArrayList<String>();
        var values = new ArrayList<NoteValue.Part>();
        if (joined.leftOnly() > 0) {
            parts.add(part(joined.leftOnly(), names(vocabulary, left), names(vocabulary, right)));
            values.add(value(joined.leftOnly(), metrics(vocabulary, left), metrics(vocabulary, right)));
        }
        if (joined.rightOnly() > 0) {
            parts.add(part(joined.rightOnly(), names(vocabulary, right), names(vocabulary, left)));
            values.add(value(joined.rightOnly(), metrics(vocabulary, right), metrics(vocabulary, left)));
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Note.caveat(
                                "unmatched_rows",
                                "Rows without a counterpart in the other source are kept: %s."
                                        .formatted(String.join("; ", parts)))
                        .about(Map.of("parts", new NoteValue.Parts(values))));
    }

    private static String part(int rows, String has, String lacks) {
        return "%d %s %s but no %s".formatted(rows, rows == 1 ? "row has" : "rows have", has, lacks);
    }

    private static NoteValue.Part value(int rows, List<MetricId> has, List<MetricId> lacks) {
        return NoteValue.Part.of(
                rows == 1 ? "unmatched_row" : "unmatched_many",
                Map.of(
                        "rows", NoteValue.number(rows),
                        "has", new NoteValue.Metrics(has),
                        "lacks", new NoteValue.Metrics(lacks)));
    }

    private static List<MetricId> metrics(Vocabulary vocabulary, Frame side) {
        return vocabulary.metricColumns(side).stream()
                .limit(2)
                .map(column -> new MetricId(Vocabulary.baseOf(column)))
                .distinct()
                .toList();
    }

    private static String names(Vocabulary vocabulary, Frame side) {
        return metrics(vocabulary, side).stream()
                .map(vocabulary::labelOf)
                .reduce((a, b) -> a + " or " + b)
                .orElse("numbers");
    }
}
