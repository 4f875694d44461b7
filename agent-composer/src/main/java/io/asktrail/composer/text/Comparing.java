package io.asktrail.composer.text;

import io.asktrail.composer.number.FigureFormat;
import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.id.MetricId;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two periods: now, before, the way between them, and who moved most. */
record Comparing(Prose prose, Phrases phrases) {
    void tell() {
        var shown = phrases.shown();
        var single = shown.dimensions().isEmpty();
        var first = true;
        for (var metric : shown.metrics()) {
            if (single || shown.total(metric.value()) != null) {
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
        sentence((first ? "compare.first." : "compare.next.") + way(metric, row), metric, row)
                .with("metric", label)
                .with("was", phrases.was(label))
                .with("when", phrases.whenAndWhere())
                .with("earlier", phrases.earlierPeriod())
                .into(prose);
    }

    private Sentence sentence(String key, MetricId metric, @Nullable Integer row) {
        return phrases.sentence(key)
                .with("now", figure(row, metric.value()))
                .with("before", figure(row, metric.value() + Shown.PREVIOUS))
                .with("by", distance(metric, row));
    }

    private String way(MetricId metric, @Nullable Integer row) {
        var change = value(row, metric.value() + Shown.CHANGE);
        return change == null ? "unknown" : change.signum() == 0 ? "same" : change.signum() > 0 ? "up" : "down";
    }

    // Rates move by percentage points: "up 10 %" of a rate would say two things.
    private Sentence.Part distance(MetricId metric, @Nullable Integer row) {
        var column = metric.value() + Shown.CHANGE;
        var change = Objects.requireNonNullElse(value(row, column), BigDecimal.ZERO);
        var relative = value(row, metric.value() + Shown.CHANGE_PCT);
        var unit = phrases.shown().unit(metric.value());
        if ("percent".equals(unit)) {
            return put(FigureFormat.points(change.abs(), phrases.shown().words()), change, row, column);
        }
        // A share of something below zero says the opposite of what it reads like.
        return relative == null || relative.signum() != change.signum()
                ? put(phrases.written(change.abs(), unit), change, row, column)
                : put(phrases.written(relative.abs(), "percent"), relative, row, metric.value() + Shown.CHANGE_PCT);
    }

    private void movers(MetricId metric, boolean first) {
        var column = metric.value() + Shown.CHANGE;
        if (first) {
            phrases.sentence("compare.bare")
                    .with("metric", phrases.label(metric))
                    .with("when", phrases.whenAndWhere())
                    .with("earlier", phrases.earlierPeriod())
                    .into(prose);
        }
        phrases.shown()
                .highest(column)
                .filter(row -> sign(row, column) > 0)
                .ifPresent(row -> mover("rise", row, metric));
        phrases.shown()
                .lowest(column)
                .filter(row -> sign(row, column) < 0)
                .ifPresent(row -> mover("fall", row, metric));
    }

    private int sign(int row, String column) {
        var change = phrases.shown().number(row, column);
        return change == null ? 0 : change.signum();
    }

    private void mover(String kind, int row, MetricId metric) {
        sentence("compare." + kind, metric, row).with("name", phrases.name(row)).into(prose);
    }

    private @Nullable BigDecimal value(@Nullable Integer row, String column) {
        return row == null ? phrases.shown().total(column) : phrases.shown().number(row, column);
    }

    private Sentence.Part figure(@Nullable Integer row, String column) {
        return row == null ? phrases.total(column) : phrases.cell(row, column);
    }

    private static Sentence.Part put(String written, BigDecimal value, @Nullable Integer row, String column) {
        return row == null
                ? prose -> prose.total(written, value, column)
                : prose -> prose.cell(written, value, row, column);
    }
}
