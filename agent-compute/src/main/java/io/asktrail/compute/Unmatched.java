package io.asktrail.compute;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.Note;
import java.util.ArrayList;
import java.util.Optional;

/** Says how many rows of which side had no counterpart. */
final class Unmatched {
    private Unmatched() {}

    static Optional<Note> note(Vocabulary vocabulary, Frame left, Frame right, FullJoin.Joined joined) {
        var parts = new ArrayList<String>();
        if (joined.leftOnly() > 0) {
            parts.add(part(joined.leftOnly(), names(vocabulary, left), names(vocabulary, right)));
        }
        if (joined.rightOnly() > 0) {
            parts.add(part(joined.rightOnly(), names(vocabulary, right), names(vocabulary, left)));
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Note.caveat(
                        "unmatched_rows",
                        "Rows without a counterpart in the other source are kept: %s."
                                .formatted(String.join("; ", parts))));
    }

    private static String part(int rows, String has, String lacks) {
        return "%d %s %s but no %s".formatted(rows, rows == 1 ? "row has" : "rows have", has, lacks);
    }

    private static String names(Vocabulary vocabulary, Frame side) {
        return vocabulary.metricColumns(side).stream()
                .limit(2)
                .map(column -> vocabulary.labelOf(new MetricId(Vocabulary.baseOf(column))))
                .distinct()
                .reduce((a, b) -> a + " or " + b)
                .orElse("numbers");
    }
}
