package io.asktrail.guardrails.draft;

import io.asktrail.contracts.answer.Figure;
import io.asktrail.contracts.table.Table;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks a figure up where it says it comes from. */
record FigureSource(DraftUnderReview review) {
    private static final Pattern LIMIT = Pattern.compile("filter\\(([a-z][a-z0-9_]*)\\)");

    Optional<BigDecimal> valueOf(Figure figure) {
        if (figure.formula() != null) {
            return derived(figure, figure.formula());
        }
        var table = review.draft().table();
        return table == null || figure.column() == null ? Optional.empty() : cell(table, figure, figure.column());
    }

    private static Optional<BigDecimal> cell(Table table, Figure figure, String column) {
        var at = table.indexOf(column);
        if (at.isEmpty()) {
            return Optional.empty();
        }
        var row = figure.row();
        var cells = row == null
                ? table.totals()
                : row >= 0 && row < table.size() ? table.rows().get(row) : null;
        return cells != null && cells.get(at.getAsInt()) instanceof BigDecimal number
                ? Optional.of(number)
                : Optional.empty();
    }

    private Optional<BigDecimal> derived(Figure figure, String formula) {
        var limit = LIMIT.matcher(formula);
        if (limit.matches()) {
            // Without the task nobody can tell what the limit was.
            return review.task() == null
                    ? Optional.of(figure.value())
                    : review.limitsOn(limit.group(1)).stream()
                            .filter(number -> number.compareTo(figure.value()) == 0)
                            .findFirst();
        }
        var table = review.draft().table();
        return table == null ? Optional.empty() : new TableFormula(table, formula).value();
    }
}
