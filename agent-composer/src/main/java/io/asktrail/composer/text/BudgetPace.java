package io.asktrail.composer.text;

import io.asktrail.composer.number.Days;
import io.asktrail.contracts.diagnosis.FindingColumns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether spend keeps to its budget: the whole in the first row, members after it. */
record BudgetPace(Prose prose, Phrases phrases) {
    static final String METHOD =
            "Each coming day of the period is taken to spend the mean of the last seven known days and to have the budget"
                    + " of the last known day. A day counts as at its limit when 95 % of the day's budget was spent.";

    private static final BigDecimal FULL = BigDecimal.ONE;
    private static final BigDecimal FAR = new BigDecimal("0.1");
    private static final int TOLD = 3;

    void tell() {
        prose.say("Ad spend was ");
        phrases.cell(prose, 0, "spend");
        prose.say(" of a budget of ");
        phrases.cell(prose, 0, "budget");
        prose.say(" %s (".formatted(phrases.whenAndWhere()));
        phrases.cell(prose, 0, FindingColumns.PACE);
        prose.say(").");
        projected();
        named(" Furthest over plan: ", rows(true));
        named(" Furthest under plan: ", rows(false));
        limited();
    }

    private void projected() {
        if (Objects.equals(
                phrases.shown().number(0, FindingColumns.PROJECTED),
                phrases.shown().number(0, "spend"))) {
            return;
        }
        prose.say(" At this pace it comes to ");
        phrases.cell(prose, 0, FindingColumns.PROJECTED);
        prose.say(" of ");
        phrases.cell(prose, 0, FindingColumns.PLANNED);
        prose.say(" by the end (");
        phrases.cell(prose, 0, FindingColumns.PROJECTED_PACE);
        prose.say(")");
        var out = date(0);
        prose.say(out == null ? "." : "; the budget is used up on %s.".formatted(Days.day(out)));
    }

    // Who ends at least a tenth away from the plan.
    private List<Integer> rows(boolean over) {
        var rows = new ArrayList<Integer>();
        for (var row = 1; row < phrases.shown().table().size(); row++) {
            var pace = phrases.shown().number(row, FindingColumns.PROJECTED_PACE);
            var off = pace == null ? BigDecimal.ZERO : pace.subtract(FULL);
            if (off.abs().compareTo(FAR) >= 0 && (off.signum() > 0) == over) {
                rows.add(row);
            }
        }
        return rows.subList(0, Math.min(TOLD, rows.size()));
    }

    private void named(String words, List<Integer> rows) {
        for (var i = 0; i < rows.size(); i++) {
            prose.say(i == 0 ? words : ", ");
            prose.say(member(rows.get(i)) + " (");
            phrases.cell(prose, rows.get(i), FindingColumns.PROJECTED_PACE);
            prose.say(")");
        }
        prose.say(rows.isEmpty() ? "" : ".");
    }

    private void limited() {
        var rows = new ArrayList<Integer>();
        for (var row = 1; row < phrases.shown().table().size(); row++) {
            if (Objects.requireNonNull(phrases.shown().number(row, FindingColumns.CAPPED_DAYS))
                            .signum()
                    > 0) {
                rows.add(row);
            }
        }
        rows.sort(java.util.Comparator.comparing((Integer row) ->
                        Objects.requireNonNull(phrases.shown().number(row, FindingColumns.CAPPED_DAYS)))
                .reversed());
        var told = rows.subList(0, Math.min(TOLD, rows.size()));
        for (var i = 0; i < told.size(); i++) {
            prose.say(i == 0 ? " Held back by the day's budget: " : ", ");
            prose.say(member(told.get(i)) + " on ");
            phrases.cell(prose, told.get(i), FindingColumns.CAPPED_DAYS);
            prose.say(" days");
        }
        prose.say(told.isEmpty() ? "" : ".");
    }

    private String member(int row) {
        return Objects.toString(cell(row, FindingColumns.MEMBER), "");
    }

    private @Nullable LocalDate date(int row) {
        return (LocalDate) cell(row, FindingColumns.RUNS_OUT);
    }

    private @Nullable Object cell(int row, String column) {
        var table = phrases.shown().table();
        return table.rows().get(row).get(table.indexOf(column).orElseThrow());
    }
}
