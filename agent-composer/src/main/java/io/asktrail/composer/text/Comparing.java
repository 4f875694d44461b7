package io.asktrail.composer.text;

import io.asktrail.composer.number.FigureFormat;
import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.id.MetricId;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two periods: now, before, the way between them, and who moved most. */
record Comparing(Prose prose, Phrases phrases) {
    void tell() {
        var shown = phrases.shown();
        var single = shown.dimensions().isEmpty();
        var first = true;
        for (var metric : shown.metrics()) {
            if (single || shown.total(metric.value()) != null) {
                prose.say(first ? "" : " ");
                whole(metric, single ? 0 : null, first);
                first = false;
            }
        }
        if (!single) {
            movers(shown.metrics().getFirst(), first);
        }
    }

    // Row null: the totals.
    private void whole(MetricId metric, @Nullable Integer row, boolean first) {
        var label = phrases.subject(metric);
        prose.say(label + Phrases.was(label));
        figure(row, metric.value());
        prose.say(first ? " " + phrases.whenAndWhere() : "");
        prose.say(", ");
        way(metric, row);
        figure(row, metric.value() + Shown.PREVIOUS);
        prose.say(first ? " in " + phrases.earlierPeriod() + "." : ".");
    }

    private void way(MetricId metric, @Nullable Integer row) {
        var change = value(row, metric.value() + Shown.CHANGE);
        if (change == null) {
            prose.say("against ");
        } else if (change.signum() == 0) {
            prose.say("the same as the ");
        } else {
            prose.say(change.signum() > 0 ? "up " : "down ");
            distance(metric, row, change);
            prose.say(" from ");
        }
    }

    // Rates move by percentage points: "up 10 %" of a rate would say two things.
    private void distance(MetricId metric, @Nullable Integer row, BigDecimal change) {
        var column = metric.value() + Shown.CHANGE;
        var relative = value(row, metric.value() + Shown.CHANGE_PCT);
        if ("percent".equals(phrases.shown().unit(metric.value()))) {
            put(FigureFormat.points(change.abs(), phrases.shown().words()), change, row, column);
        } else if (relative == null) {
            put(FigureFormat.inSentence(change.abs(), phrases.shown().unit(metric.value())), change, row, column);
        } else {
            put(FigureFormat.inSentence(relative.abs(), "percent"), relative, row, metric.value() + Shown.CHANGE_PCT);
        }
    }

    private void movers(MetricId metric, boolean first) {
        var column = metric.value() + Shown.CHANGE;
        if (first) {
            prose.say("%s %s against %s."
                    .formatted(phrases.label(metric), phrases.whenAndWhere(), phrases.earlierPeriod()));
        }
        mover("rise", phrases.shown().highest(column).filter(row -> sign(row, column) > 0), metric);
        mover("fall", phrases.shown().lowest(column).filter(row -> sign(row, column) < 0), metric);
    }

    private int sign(int row, String column) {
        var change = phrases.shown().number(row, column);
        return change == null ? 0 : change.signum();
    }

    private void mover(String kind, Optional<Integer> row, MetricId metric) {
        if (row.isEmpty()) {
            return;
        }
        prose.say(" Largest %s: %s, ".formatted(kind, phrases.name(row.get())));
        way(metric, row.get());
        figure(row.get(), metric.value() + Shown.PREVIOUS);
        prose.say(" to ");
        figure(row.get(), metric.value());
        prose.say(".");
    }

    private @Nullable BigDecimal value(@Nullable Integer row, String column) {
        return row == null ? phrases.shown().total(column) : phrases.shown().number(row, column);
    }

    private void figure(@Nullable Integer row, String column) {
        if (row == null) {
            phrases.total(prose, column);
        } else {
            phrases.cell(prose, row, column);
        }
    }

    private void put(String written, BigDecimal value, @Nullable Integer row, String column) {
        if (row == null) {
            prose.total(written, value, column);
        } else {
            prose.cell(written, value, row, column);
        }
    }
}
