package io.asktrail.mcp.shorten;

import io.asktrail.contracts.table.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A short answer as text, for assistants that read no structure: the same rows and numbers. */
final class AnswerText {
    private static final String NONE = "–";

    private final List<String> lines = new ArrayList<>();

    private AnswerText() {}

    static String of(ShortAnswer answer) {
        var text = new AnswerText();
        text.write(answer);
        return String.join("\n", text.lines);
    }

    private void write(ShortAnswer answer) {
        lines.add(answer.text());
        answer.insights().forEach(insight -> lines.add("- " + insight));
        if (answer.table() != null) {
            table(answer.table());
        }
        for (var i = 0; i < answer.choices().size(); i++) {
            var choice = answer.choices().get(i);
            lines.add("%d. %s".formatted(i + 1, choice.label() == null ? choice.task() : choice.label()));
        }
        answer.caveats().forEach(caveat -> lines.add("Note: " + caveat.text()));
        answer.assumptions().forEach(assumption -> lines.add("Assumed: " + assumption));
        if (answer.method() != null) {
            lines.add("How: " + answer.method());
        }
        if (answer.export() != null) {
            lines.add("File: %s, %d rows, at %s of this service"
                    .formatted(
                            answer.export().fileName(),
                            answer.export().rows(),
                            answer.export().link()));
        }
        if (answer.next() != null) {
            lines.add(answer.next());
        }
        lines.add("Answer %s, conversation %s.".formatted(answer.answerId(), answer.conversationId()));
    }

    private void table(ShortTable table) {
        if (table.columns().isEmpty() || table.shownRows() == 0) {
            cutNote(table);
            return;
        }
        lines.add("");
        lines.add(line(table.columns().stream().map(AnswerText::heading).toList()));
        lines.add(line(table.columns().stream().map(_ -> "---").toList()));
        table.rows().forEach(row -> lines.add(line(cells(row))));
        if (table.totals() != null && table.totalRows() > 1) {
            lines.add("Totals of all %d rows: %s".formatted(table.totalRows(), totals(table)));
        }
        cutNote(table);
        if (table.columns().stream().anyMatch(column -> "percent".equals(column.unit()))) {
            lines.add("Rates are fractions: 0.4 is 40 %.");
        }
        lines.add("");
    }

    private void cutNote(ShortTable table) {
        if (table.isCut()) {
            lines.add("%d of %d rows are shown: do not add them up; narrow the question for others."
                    .formatted(table.shownRows(), table.totalRows()));
        }
    }

    private static String totals(ShortTable table) {
        var totals = table.totals();
        var parts = new ArrayList<String>();
        for (var i = 0; totals != null && i < totals.size(); i++) {
            if (totals.get(i) != null) {
                parts.add(heading(table.columns().get(i)) + " " + cell(totals.get(i)));
            }
        }
        return parts.isEmpty() ? "none, adding up has no meaning" : String.join(", ", parts);
    }

    private static String heading(Column column) {
        return column.unit() == null ? column.label() : "%s (%s)".formatted(column.label(), column.unit());
    }

    private static List<String> cells(List<@Nullable Object> row) {
        return row.stream().map(AnswerText::cell).toList();
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> NONE;
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replaceAll("\\R", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
