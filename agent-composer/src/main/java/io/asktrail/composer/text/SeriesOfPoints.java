package io.asktrail.composer.text;

import io.asktrail.contracts.id.MetricId;
import java.util.Locale;

/** A series: what it comes to, its highest and lowest point, how it began and ended. */
record SeriesOfPoints(Prose prose, Phrases phrases) {
    void tell() {
        var shown = phrases.shown();
        var first = true;
        for (var metric : shown.metrics()) {
            whole(metric, first);
            first = false;
        }
        extremes(shown.metrics().getFirst());
        if (shown.categories().isEmpty() && shown.table().size() > 1) {
            ends(shown.metrics().getFirst());
        }
    }

    private void whole(MetricId metric, boolean first) {
        var label = phrases.label(metric);
        var when = first ? " " + phrases.whenAndWhere() : "";
        prose.say(first ? "" : " ");
        if (phrases.shown().total(metric.value()) == null) {
            prose.say("%s%s.".formatted(label, when));
            return;
        }
        prose.say(label + Phrases.was(label));
        phrases.total(prose, metric.value());
        prose.say(phrases.shown().isAdditive(metric) ? " in all" : " overall").say(when + ".");
    }

    private String grain() {
        return phrases.shown().grain().name().toLowerCase(Locale.ROOT);
    }

    private void extremes(MetricId metric) {
        var highest = phrases.shown().highest(metric.value());
        var lowest = phrases.shown().lowest(metric.value());
        if (highest.isEmpty() || lowest.isEmpty() || highest.get().equals(lowest.get())) {
            return;
        }
        prose.say(" By %s, the highest %s was ".formatted(grain(), phrases.inSentence(metric)));
        point(metric, highest.get());
        prose.say(", the lowest ");
        point(metric, lowest.get());
        prose.say(".");
    }

    private void ends(MetricId metric) {
        prose.say(" It began with ");
        phrases.cell(prose, firstRow(), metric.value());
        prose.say(" and ended with ");
        phrases.cell(prose, lastRow(), metric.value());
        prose.say(".");
    }

    // The table may be ordered by number, or with the latest first.
    private int firstRow() {
        return ends(true);
    }

    private int lastRow() {
        return ends(false);
    }

    private int ends(boolean first) {
        var best = 0;
        for (var row = 1; row < phrases.shown().table().size(); row++) {
            var date = phrases.shown().date(row);
            var other = phrases.shown().date(best);
            if (date != null && other != null && (first ? date.isBefore(other) : date.isAfter(other))) {
                best = row;
            }
        }
        return best;
    }

    private void point(MetricId metric, int row) {
        phrases.cell(prose, row, metric.value());
        prose.say(" (%s)".formatted(phrases.name(row)));
    }
}
