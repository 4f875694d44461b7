package io.asktrail.composer.text;

import io.asktrail.contracts.diagnosis.FindingColumns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether spend keeps to its budget: the whole in the first row, members after it. */
record BudgetPace(Prose prose, Phrases phrases) {
    private static final BigDecimal FULL = BigDecimal.ONE;
    private static final BigDecimal FAR = new BigDecimal("0.1");
    private static final int TOLD = 3;

    void tell() {
        phrases.sentence("pace.whole")
                .with("spend", phrases.cell(0, "spend"))
                .with("budget", phrases.cell(0, "budget"))
                .with("when", phrases.whenAndWhere())
                .with("pace", phrases.cell(0, FindingColumns.PACE))
                .into(prose);
        projected();
        named("pace.over", rows(true), this::paced);
        named("pace.under", rows(false), this::paced);
        named("pace.limited", limited(), this::heldBack);
    }

    private void projected() {
        if (Objects.equals(
                phrases.shown().number(0, FindingColumns.PROJECTED),
                phrases.shown().number(0, "spend"))) {
            return;
        }
        phrases.sentence("pace.ahead")
                .with("projected", phrases.cell(0, FindingColumns.PROJECTED))
                .with("planned", phrases.cell(0, FindingColumns.PLANNED))
                .with("pace", phrases.cell(0, FindingColumns.PROJECTED_PACE))
                .with("out", runsOut())
                .into(prose);
    }

    private String runsOut() {
        var shown = phrases.shown();
        var table = shown.table();
        var day = (LocalDate) table.rows()
                .getFirst()
                .get(table.indexOf(FindingColumns.RUNS_OUT).orElseThrow());
        return day == null
                ? ""
                : shown.words().of("pace.out", "day", shown.days().written(day));
    }

    // Who ends at least a tenth away from the plan.
    private Stream<Integer> rows(boolean over) {
        return members().filter(row -> {
            var pace = phrases.shown().number(row, FindingColumns.PROJECTED_PACE);
            var off = pace == null ? BigDecimal.ZERO : pace.subtract(FULL);
            return off.abs().compareTo(FAR) >= 0 && (off.signum() > 0) == over;
        });
    }

    // Who was held back, on the most days first.
    private Stream<Integer> limited() {
        return members()
                .filter(row -> cappedDays(row).signum() > 0)
                .sorted(Comparator.comparing(this::cappedDays).reversed());
    }

    private Stream<Integer> members() {
        return IntStream.range(1, phrases.shown().table().size()).boxed();
    }

    private BigDecimal cappedDays(int row) {
        return Objects.requireNonNull(phrases.shown().number(row, FindingColumns.CAPPED_DAYS));
    }

    private void named(String key, Stream<Integer> rows, Function<Integer, Sentence.Part> written) {
        List<Sentence.Part> told = rows.limit(TOLD).map(written).toList();
        if (!told.isEmpty()) {
            phrases.sentence(key).with("members", Sentence.joined(told, ", ")).into(prose);
        }
    }

    private Sentence.Part paced(int row) {
        return phrases.sentence("pace.member")
                .with("name", member(row))
                .with("pace", phrases.cell(row, FindingColumns.PROJECTED_PACE))
                .part();
    }

    private Sentence.Part heldBack(int row) {
        return phrases.sentence("pace.limited.member")
                .with("name", member(row))
                .with("days", phrases.cell(row, FindingColumns.CAPPED_DAYS))
                .part();
    }

    private String member(int row) {
        return phrases.shown().found(row, FindingColumns.MEMBER);
    }
}
