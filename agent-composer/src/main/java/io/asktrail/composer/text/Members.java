package io.asktrail.composer.text;

import io.asktrail.composer.number.FigureFormat;
import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A ranking or a breakdown: who leads and by how much, who follows, what all come to. */
record Members(Prose prose, Phrases phrases) {
    private static final int FOLLOWERS = 2;
    private static final int SHARE_SCALE = 6;

    void tell() {
        conditions();
        var shown = phrases.shown();
        var metric = leading();
        var ascending = ascending(metric);
        var leader = ascending ? shown.lowest(metric.value()) : shown.highest(metric.value());
        if (leader.isEmpty()) {
            prose.say("No %s has a number for %s %s."
                    .formatted(dimension(), phrases.inSentence(metric), phrases.whenAndWhere()));
            return;
        }
        lead(metric, leader.get(), ascending);
        followers(metric, leader.get());
        total(metric);
    }

    // How many meet a condition on a number, before who leads among them.
    private void conditions() {
        var shown = phrases.shown();
        var conditions = new Conditions(shown);
        if (conditions.isEmpty() || shown.task().limit() != null) {
            return;
        }
        var rows = BigDecimal.valueOf(shown.table().size());
        var one = rows.equals(BigDecimal.ONE);
        var dimension = shown.labels().of(new DimensionId(shown.categories().getFirst()));
        var noun = shown.categories().size() > 1
                ? (one ? "row" : "rows")
                : one ? Labels.inSentence(dimension) : Labels.plural(dimension);
        prose.derived(FigureFormat.inSentence(rows, "count"), rows, "count(rows)").say(" " + noun);
        conditions.tell(prose, one);
        prose.say(". ");
    }

    private MetricId leading() {
        var shown = phrases.shown();
        return shown.task().orderBy().stream()
                .map(ordering -> new MetricId(ordering.field().value()))
                .filter(shown.metrics()::contains)
                .findFirst()
                .orElse(shown.metrics().getFirst());
    }

    private boolean ascending(MetricId metric) {
        return phrases.shown().task().orderBy().stream()
                .anyMatch(ordering -> ordering.field().value().equals(metric.value())
                        && ordering.direction() == Direction.ASC);
    }

    private String dimension() {
        return Labels.inSentence(phrases.shown()
                .labels()
                .of(new DimensionId(phrases.shown().categories().getFirst())));
    }

    private void lead(MetricId metric, int row, boolean ascending) {
        prose.say(phrases.name(row))
                .say(phrases.shown().table().size() == 1 ? " has " : ascending ? " has the lowest " : " has the highest ")
                .say(phrases.inSentence(metric))
                .say(" " + phrases.whenAndWhere() + ": ");
        phrases.cell(prose, row, metric.value());
        share(metric, row);
        for (var other : others(metric)) {
            prose.say(", " + phrases.inSentence(other) + " ");
            phrases.cell(prose, row, other.value());
        }
        prose.say(".");
    }

    private List<MetricId> others(MetricId metric) {
        return phrases.shown().metrics().stream()
                .filter(other -> !other.equals(metric))
                .toList();
    }

    // Of the column if there is one; else of the total, where the parts add up to it and none is negative.
    private void share(MetricId metric, int row) {
        var shown = phrases.shown();
        var column = metric.value() + Shown.SHARE;
        var value = shown.number(row, metric.value());
        var total = shown.total(metric.value());
        if (shown.has(column) && shown.number(row, column) != null) {
            prose.say(" (");
            phrases.cell(prose, row, column);
            prose.say(" of the total)");
        } else if (value != null
                && total != null
                && total.signum() > 0
                && shown.table().size() > 1
                && shown.isAdditive(metric)
                && shown.lowest(metric.value()).map(r -> notNegative(r, metric)).orElse(false)) {
            var share = value.divide(total, SHARE_SCALE, RoundingMode.HALF_UP);
            prose.say(" (")
                    .derived(
                            FigureFormat.inSentence(share, "percent"),
                            share,
                            "%s[%d]/sum(%s)".formatted(metric, row, metric))
                    .say(" of the total)");
        }
    }

    private boolean notNegative(int row, MetricId metric) {
        var lowest = phrases.shown().number(row, metric.value());
        return lowest != null && lowest.signum() >= 0;
    }

    private void followers(MetricId metric, int leader) {
        var shown = phrases.shown();
        var next = new ArrayList<Integer>();
        for (var row = 0; row < shown.table().size() && next.size() < FOLLOWERS; row++) {
            if (row != leader && shown.number(row, metric.value()) != null) {
                next.add(row);
            }
        }
        // Only where the rows stand in the order of this number do the next rows follow.
        if (leader != 0 || next.isEmpty()) {
            return;
        }
        prose.say(next.size() == 1 ? " Next: " : " Next come ");
        for (var i = 0; i < next.size(); i++) {
            prose.say(i == 0 ? "" : " and ").say(phrases.name(next.get(i)) + " with ");
            phrases.cell(prose, next.get(i), metric.value());
        }
        prose.say(".");
    }

    private void total(MetricId metric) {
        if (phrases.shown().total(metric.value()) != null && phrases.shown().table().size() > 1) {
            prose.say(phrases.shown().isAdditive(metric) ? " All together: " : " Overall: ");
            phrases.total(prose, metric.value());
            prose.say(".");
        }
    }
}
