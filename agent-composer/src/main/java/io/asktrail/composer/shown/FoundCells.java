package io.asktrail.composer.shown;

import io.asktrail.composer.words.Words;
import io.asktrail.contracts.diagnosis.FindingColumns;
import io.asktrail.contracts.diagnosis.Found;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The cells of findings, which hold codes and ids, in the language of the answer. A member's own name stays as it is. */
record FoundCells(Labels labels, Table findings) {
    private static final String FOUND = "found.";

    /** What a cell says; empty if it is. */
    String of(int row, String column) {
        var text = text(row, column);
        return switch (column) {
            case FindingColumns.PART -> part(text);
            case FindingColumns.MEMBER -> member(row, text);
            case FindingColumns.METRIC -> text.isEmpty() ? text : labels.of(new MetricId(text));
            case FindingColumns.ABOUT, FindingColumns.VERDICT -> text.isEmpty() ? text : words().of(FOUND + text);
            case FindingColumns.RULE -> words().of("found.rule." + text(row, FindingColumns.ABOUT), "value", text);
            default -> text;
        };
    }

    /** The findings in words, without the codes. */
    Table worded() {
        var kept = IntStream.range(0, findings.columns().size())
                .filter(at -> !findings.columns().get(at).id().equals(FindingColumns.FOUND))
                .boxed()
                .toList();
        var columns = kept.stream().map(findings.columns()::get).toList();
        var rows = IntStream.range(0, findings.size())
                .mapToObj(row -> worded(row, kept))
                .toList();
        return new Table(columns, rows, findings.totals());
    }

    private List<@Nullable Object> worded(int row, List<Integer> kept) {
        var cells = new ArrayList<@Nullable Object>();
        for (var at : kept) {
            cells.add(worded(
                    row, findings.columns().get(at), findings.rows().get(row).get(at)));
        }
        return cells;
    }

    private @Nullable Object worded(int row, Column column, @Nullable Object cell) {
        return switch (column.id()) {
            case FindingColumns.PART,
                    FindingColumns.MEMBER,
                    FindingColumns.METRIC,
                    FindingColumns.ABOUT,
                    FindingColumns.VERDICT,
                    FindingColumns.RULE -> {
                var words = of(row, column.id());
                yield words.isEmpty() ? null : words;
            }
            default -> cell;
        };
    }

    private String part(String ids) {
        if (ids.isEmpty()) {
            return ids;
        }
        return ids.equals(FindingColumns.STEPS)
                ? words().of("found.steps")
                : String.join(
                        ", ",
                        Arrays.stream(ids.split(", "))
                                .map(id -> labels.of(new DimensionId(id)))
                                .toList());
    }

    private String member(int row, String text) {
        return Found.of(text(row, FindingColumns.FOUND))
                .map(found -> switch (found) {
                    case OTHERS -> words().of(FOUND + found.code(), "count", text);
                    case FACTOR -> labels.of(new MetricId(text));
                    case FACTOR_OF_TWO -> {
                        var between = text.indexOf('/');
                        yield words().of(
                                        FOUND + found.code(),
                                        "top",
                                        labels.of(new MetricId(text.substring(0, between))),
                                        "bottom",
                                        labels.of(new MetricId(text.substring(between + 1))));
                    }
                    case NOBODY,
                            COUNTED_TWICE,
                            NOWHERE,
                            WITHOUT_AD,
                            REFUNDED,
                            ONLY_BOOKED,
                            ONLY_ATTRIBUTED,
                            ATTRIBUTION_WINDOW -> words().of(FOUND + found.code());
                })
                .orElse(text);
    }

    private String text(int row, String column) {
        var at = findings.indexOf(column);
        return at.isEmpty() ? "" : Objects.toString(findings.rows().get(row).get(at.getAsInt()), "");
    }

    private Words words() {
        return labels.words();
    }
}
