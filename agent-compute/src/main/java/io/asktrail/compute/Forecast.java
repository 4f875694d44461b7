package io.asktrail.compute;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.NoteValue;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.TaskSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table of a forecast: the last days as they were, then each day ahead with the range it is likely to fall in. The
 * totals row has the days ahead together, whose range is narrower than that of its days added up.
 */
final class Forecast {
    static final String FORECAST = ".forecast";
    static final String LOW = ".low";
    static final String HIGH = ".high";

    /** Days of the past that are shown at least, so that the eye has something to hold the days ahead against. */
    private static final int SHOWN = 28;

    private final Vocabulary vocabulary;
    private final MetricId metric;
    private final DateRange days;
    private final int horizon;

    /**
     * @param days the days that history was read of; the forecast begins on the day after
     * @param horizon how many days it looks ahead
     */
    Forecast(Vocabulary vocabulary, MetricId metric, DateRange days, int horizon) {
        this.vocabulary = vocabulary;
        this.metric = metric;
        this.days = days;
        this.horizon = horizon;
    }

    /** What comes of it. */
    sealed interface Outcome {
        record Made(Table table, List<Note> notes) implements Outcome {}

        /** @param reason a sentence a person can act on */
        record Refused(String reason) implements Outcome {}
    }

    /** @param rows one a day, with the metric */
    Outcome of(Frame rows) {
        var history = DailyHistory.of(rows, metric);
        var refusal = refusal(history);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        var weeks = history.wholeWeeks();
        var check = HeldBackWeeks.of(weeks);
        // Days at the end that nobody has loaded yet are days ahead too, though nobody asked for them.
        var unknown = Math.toIntExact(history.last().until(days.end(), java.time.temporal.ChronoUnit.DAYS));
        return new Outcome.Made(table(history, new WeeklyPattern(weeks), check, unknown), notes(weeks, check, unknown));
    }

    private Optional<String> refusal(DailyHistory history) {
        var label = vocabulary.labelOf(metric);
        if (history.hasGap()) {
            return Optional.of("%s is not loaded for every day from %s to %s, so no pattern can be read from it."
                    .formatted(label, history.first(), history.last()));
        }
        if (history.weeks() < WeeklyPattern.LEAST_WEEKS) {
            return Optional.of(
                    ("A forecast needs at least %d whole weeks of days before it, and there are %d of %s up to"
                                    + " %s. Ask again when more days have passed, or for the days so far.")
                            .formatted(WeeklyPattern.LEAST_WEEKS, history.weeks(), label, days.end()));
        }
        if (history.isMostlyNothing()) {
            return Optional.of("%s is 0 on more than a quarter of the days: that is too rare for a pattern by weekday."
                    .formatted(label));
        }
        return Optional.empty();
    }

    private Table table(DailyHistory history, WeeklyPattern pattern, HeldBackWeeks check, int unknown) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var day = days.end().minusDays(Math.max(SHOWN, horizon) - 1L);
                !day.isAfter(days.end());
                day = day.plusDays(1)) {
            if (!day.isBefore(history.first())) {
                rows.add(Arrays.asList(day, rounded(history.on(day)), null, null, null));
            }
        }
        var sum = BigDecimal.ZERO;
        for (var ahead = 1; ahead <= horizon; ahead++) {
            var expected = pattern.ahead(unknown + ahead);
            var shown = rounded(expected);
            sum = sum.add(shown);
            var margin = check.marginOfDay(unknown + ahead);
            rows.add(Arrays.asList(
                    days.end().plusDays(ahead),
                    null,
                    shown,
                    rounded(pattern.within(expected.subtract(margin))),
                    rounded(expected.add(margin))));
        }
        var margin = check.marginOfSum(unknown, horizon);
        return new Table(
                columns(),
                rows,
                Arrays.asList(
                        null, null, sum, rounded(pattern.within(sum.subtract(margin))), rounded(sum.add(margin))));
    }

    private List<Column> columns() {
        return List.of(
                new Column(TaskSpec.DATE.value(), "Date", ColumnType.DATE, null),
                vocabulary.column(metric),
                vocabulary.column(metric, FORECAST, ", forecast"),
                vocabulary.column(metric, LOW, ", likely at least"),
                vocabulary.column(metric, HIGH, ", likely at most"));
    }

    private @Nullable BigDecimal rounded(@Nullable BigDecimal exact) {
        return vocabulary.rounded(metric, exact);
    }

    private List<Note> notes(BigDecimal[] weeks, HeldBackWeeks check, int unknown) {
        var notes = new ArrayList<Note>();
        notes.add(Note.method(
                        "forecast_method",
                        ("A day ahead is the mean of the same weekday in the last %d weeks, moved on by the drift of those weeks"
                                        + " against the %d before, which fades by a tenth each week; read from the last %d whole"
                                        + " weeks. Eight of ten held-back days were no further off than the range of the first"
                                        + " week; it widens with the square root of the weeks. The range of the sum comes from"
                                        + " the sums of the held-back weeks in the same way")
                                .formatted(
                                        WeeklyPattern.WINDOW, WeeklyPattern.WINDOW, weeks.length / DailyHistory.WEEK))
                .about(Map.of(
                        "window", NoteValue.number(WeeklyPattern.WINDOW),
                        "weeks", NoteValue.number(weeks.length / DailyHistory.WEEK))));
        notes.add(Note.caveat(
                        "forecast",
                        "The days ahead are an estimate, not a count: each of the last %d weeks, foretold from the weeks before it, was off by %s %% a day on average (%s times the error of repeating the week before)."
                                .formatted(
                                        check.weeks(),
                                        check.meanPercentageError().toPlainString(),
                                        check.againstRepeating()
                                                .map(BigDecimal::toPlainString)
                                                .orElse("–")))
                .about(error(check)));
        if (unknown > 0) {
            notes.add(Note.caveat(
                            "forecast_from_earlier",
                            "The last %d days before the forecast are not loaded yet: it is worked out from the days before them."
                                    .formatted(unknown))
                    .about(Map.of("days", NoteValue.number(unknown))));
        }
        return notes;
    }

    private static Map<String, NoteValue> error(HeldBackWeeks check) {
        return Map.of(
                "weeks", NoteValue.number(check.weeks()),
                "error", new NoteValue.Name(check.meanPercentageError().toPlainString()),
                "times",
                        new NoteValue.Name(check.againstRepeating()
                                .map(BigDecimal::toPlainString)
                                .orElse("–")));
    }
}
