package io.asktrail.composer.text;

import io.asktrail.contracts.diagnosis.FindingColumns;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.IntStream;

/** Runs of unusual days, the furthest out first. */
record UnusualDays(Prose prose, Phrases phrases) {
    private static final int TOLD = 5;

    void tell() {
        var rows = phrases.shown().table().size();
        var runs = IntStream.range(0, Math.min(TOLD, rows)).mapToObj(this::run).toList();
        phrases.sentence(rows == 0 ? "unusual.none" : rows > TOLD ? "unusual.first" : "unusual.all")
                .with("when", phrases.whenAndWhere())
                .with("runs", Sentence.joined(runs, "; "))
                .into(prose);
    }

    /** One run of days, without a stop. */
    Sentence.Part run(int row) {
        var metric = metric(row);
        var score = Objects.requireNonNull(phrases.shown().number(row, FindingColumns.SCORE));
        return phrases.sentence(score.signum() > 0 ? "unusual.above" : "unusual.below")
                .with("metric", phrases.shown().found(row, FindingColumns.METRIC))
                .with("member", member(row))
                .with("days", days(row))
                .with("value", phrases.cell(row, metric))
                .with("peak", peak(row))
                .with("low", phrases.cell(row, metric + FindingColumns.USUAL_LOW))
                .with("high", phrases.cell(row, metric + FindingColumns.USUAL_HIGH))
                .part();
    }

    private String member(int row) {
        var member = phrases.shown().found(row, FindingColumns.MEMBER);
        return member.isEmpty() ? "" : phrases.shown().words().of("unusual.member", "name", member);
    }

    // The metric's own column is the one that is filled.
    private String metric(int row) {
        return phrases.shown().table().columns().stream()
                .map(column -> column.id())
                .filter(id -> id.endsWith(FindingColumns.USUAL_LOW))
                .filter(id -> phrases.shown().number(row, id) != null)
                .map(id -> id.substring(0, id.indexOf('.')))
                .findFirst()
                .orElseThrow();
    }

    private String days(int row) {
        var shown = phrases.shown();
        var days = shown.days().from(day(row, FindingColumns.FROM), day(row, FindingColumns.TO));
        return isOneDay(row)
                ? shown.words().of("when.on", "day", days)
                : shown.words().of("when.in", "period", days);
    }

    private String peak(int row) {
        var shown = phrases.shown();
        return isOneDay(row)
                ? ""
                : shown.words().of("unusual.peak", "day", shown.days().written(day(row, FindingColumns.PEAK)));
    }

    private boolean isOneDay(int row) {
        return day(row, FindingColumns.FROM).equals(day(row, FindingColumns.TO));
    }

    private LocalDate day(int row, String column) {
        var table = phrases.shown().table();
        return (LocalDate) Objects.requireNonNull(
                table.rows().get(row).get(table.indexOf(column).orElseThrow()));
    }
}
