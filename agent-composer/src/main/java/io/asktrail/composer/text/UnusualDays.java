package io.asktrail.composer.text;

import io.asktrail.composer.number.Days;
import io.asktrail.contracts.diagnosis.FindingColumns;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs of unusual days, the furthest out first. */
record UnusualDays(Prose prose, Phrases phrases) {
    static final String METHOD =
            "Each day is held against the median of the same weekday in the twelve weeks before (at least eight of them"
                    + " known), for a single member in proportion to how all others stand that day. A robust deviation"
                    + " is 1.4826 times the median distance, or the distance that one day in twenty passes over 1.96,"
                    + " whichever is more; three to each side are called usual. Unusual is a run of days (14 at most) that"
                    + " together are more than three deviations and a tenth out; of a member more than five, or ten for a"
                    + " day alone, and three tenths, and at least a hundredth of the whole. A member that rested for"
                    + " more than a week is not judged, nor is a day that is still running.";

    private static final int TOLD = 5;

    void tell() {
        var rows = phrases.shown().table().size();
        if (rows == 0) {
            prose.say("Nothing was unusual %s.".formatted(phrases.whenAndWhere()));
            return;
        }
        prose.say("Unusual %s:".formatted(phrases.whenAndWhere()));
        IntStream.range(0, Math.min(TOLD, rows)).forEach(row -> {
            prose.say(row == 0 ? " " : "; ");
            run(row);
        });
        prose.say(rows > TOLD ? "; the table has all." : ".");
    }

    /** One run of days, without a stop. */
    void run(int row) {
        var shown = phrases.shown();
        var metric = metric(row);
        prose.say(text(row, FindingColumns.METRIC));
        var member = text(row, FindingColumns.MEMBER);
        prose.say(member.isEmpty() ? "" : " of " + member);
        prose.say(" " + when(row) + ", ");
        phrases.cell(prose, row, metric);
        var high =
                Objects.requireNonNull(shown.number(row, FindingColumns.SCORE)).signum() > 0;
        prose.say(isOneDay(row) ? "" : " on " + Days.day(day(row, FindingColumns.PEAK)));
        prose.say(high ? ", above the usual " : ", below the usual ");
        phrases.cell(prose, row, metric + FindingColumns.USUAL_LOW);
        prose.say(" to ");
        phrases.cell(prose, row, metric + FindingColumns.USUAL_HIGH);
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

    private String when(int row) {
        var period = Days.period(day(row, FindingColumns.FROM), day(row, FindingColumns.TO));
        return (isOneDay(row) ? "on " : "in ") + period;
    }

    private boolean isOneDay(int row) {
        return day(row, FindingColumns.FROM).equals(day(row, FindingColumns.TO));
    }

    private LocalDate day(int row, String column) {
        return (LocalDate) Objects.requireNonNull(cell(row, column));
    }

    private String text(int row, String column) {
        return Objects.toString(cell(row, column), "");
    }

    private @Nullable Object cell(int row, String column) {
        var table = phrases.shown().table();
        return table.rows().get(row).get(table.indexOf(column).orElseThrow());
    }
}
