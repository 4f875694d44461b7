package io.asktrail.composer.text;

import io.asktrail.composer.number.FigureFormat;
import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.diagnosis.FindingColumns;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a number changed: the whole, then for each way to split it who moved most. The first row is the whole. */
record Explaining(Prose prose, Phrases phrases) {
    /** Said in the method: what the shares are, and what they are not. */
    static final String METHOD =
            "The change is shared out over the parts of each split; the parts of one split come to the whole change."
                    + " The effect of a step is its mean effect over all orders in which the steps could have moved; of"
                    + " a ratio a part adds what its numerator grew beyond what the rate of the whole calls for. A share"
                    + " says where a number moved, not what moved it. Usual is what lies within three robust deviations"
                    + " (median and median distance) of the changes between the stretches before.";

    private static final int NAMED = 3;
    private static final int SPLITS_TOLD = 4;

    void tell() {
        var metric = phrases.shown().metrics().getFirst();
        var change = phrases.shown().number(0, metric.value() + Shown.CHANGE);
        whole(metric, change);
        if (change == null || change.signum() == 0) {
            prose.say(" So there is no change to explain.");
            return;
        }
        splits().stream().limit(SPLITS_TOLD).forEach(rows -> split(metric, rows));
    }

    private void whole(MetricId metric, @Nullable BigDecimal change) {
        var label = phrases.label(metric);
        prose.say("%s %s ".formatted(label, phrases.was(label)));
        phrases.cell(prose, 0, metric.value());
        prose.say(" %s, ".formatted(phrases.whenAndWhere()));
        if (change == null || change.signum() == 0) {
            prose.say("the same as the ");
        } else {
            prose.say(change.signum() > 0 ? "up " : "down ");
            size(0, metric.value() + Shown.CHANGE, change);
            prose.say(" from ");
        }
        phrases.cell(prose, 0, metric.value() + Shown.PREVIOUS);
        prose.say(" in %s.".formatted(phrases.earlierPeriod()));
        usual(metric, change);
    }

    private void usual(MetricId metric, @Nullable BigDecimal change) {
        var low = phrases.shown().number(0, metric.value() + FindingColumns.USUAL_LOW);
        var high = phrases.shown().number(0, metric.value() + FindingColumns.USUAL_HIGH);
        if (change == null || change.signum() == 0 || low == null || high == null) {
            return;
        }
        var inside = change.compareTo(low) >= 0 && change.compareTo(high) <= 0;
        prose.say(inside ? " That is inside its usual swing, between " : " That is outside its usual swing, between ");
        phrases.cell(prose, 0, metric.value() + FindingColumns.USUAL_LOW);
        prose.say(" and ");
        phrases.cell(prose, 0, metric.value() + FindingColumns.USUAL_HIGH);
        prose.say(".");
    }

    // The rows of each split, in the order of the table.
    private List<List<Integer>> splits() {
        var splits = new ArrayList<List<Integer>>();
        String part = null;
        for (var row = 1; row < phrases.shown().table().size(); row++) {
            var next = text(row, FindingColumns.PART);
            if (!next.equals(part)) {
                splits.add(new ArrayList<>());
                part = next;
            }
            splits.getLast().add(row);
        }
        return splits;
    }

    private void split(MetricId metric, List<Integer> rows) {
        var part = text(rows.getFirst(), FindingColumns.PART);
        var isStep = part.equals(FindingColumns.STEPS);
        var moved = rows.stream()
                .filter(row -> moved(metric, row))
                .limit(isStep ? rows.size() : NAMED)
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        prose.say(isStep ? " Step by step: " : " By %s: ".formatted(Labels.inSentence(part)));
        for (var i = 0; i < moved.size(); i++) {
            prose.say(i == 0 ? "" : isStep ? "; " : ", ");
            if (isStep) {
                step(metric, moved.get(i));
            } else {
                member(metric, moved.get(i));
            }
        }
        prose.say(".");
    }

    private boolean moved(MetricId metric, int row) {
        var change = phrases.shown().number(row, metric.value() + Shown.CHANGE);
        return change != null && change.signum() != 0;
    }

    private void step(MetricId metric, int row) {
        var change = Objects.requireNonNull(phrases.shown().number(row, metric.value() + Shown.CHANGE));
        prose.say(text(row, FindingColumns.MEMBER));
        own(metric, row);
        prose.say(", ");
        size(row, metric.value() + Shown.CHANGE, change);
        prose.say(change.signum() > 0 ? " more" : " less");
        share(metric, row);
    }

    private void member(MetricId metric, int row) {
        var change = Objects.requireNonNull(phrases.shown().number(row, metric.value() + Shown.CHANGE));
        prose.say("%s %s ".formatted(text(row, FindingColumns.MEMBER), change.signum() > 0 ? "up" : "down"));
        size(row, metric.value() + Shown.CHANGE, change);
        share(metric, row);
    }

    private void share(MetricId metric, int row) {
        var column = metric.value() + FindingColumns.SHARE_OF_CHANGE;
        var share = phrases.shown().number(row, column);
        if (share != null && share.signum() > 0) {
            prose.say(" (");
            prose.cell(FigureFormat.inSentence(share, "percent"), share, row, column);
            prose.say(" of it)");
        } else {
            prose.say(" (against it)");
        }
    }

    // Of a step its own numbers say more than its effect: the click rate fell from 1.2 % to 0.9 %.
    private void own(MetricId metric, int row) {
        phrases.shown().table().columns().stream()
                .filter(column -> column.type() == ColumnType.NUMBER)
                .map(Column::id)
                .filter(id -> id.indexOf('.') < 0 && !id.equals(metric.value()))
                .filter(id -> phrases.shown().number(row, id) != null
                        && phrases.shown().number(row, id + Shown.PREVIOUS) != null)
                .findFirst()
                .ifPresent(id -> {
                    prose.say(" (");
                    phrases.cell(prose, row, id + Shown.PREVIOUS);
                    prose.say(" before, now ");
                    phrases.cell(prose, row, id);
                    prose.say(")");
                });
    }

    private void size(int row, String column, BigDecimal change) {
        prose.cell(FigureFormat.inSentence(change.abs(), phrases.shown().unit(column)), change, row, column);
    }

    private String text(int row, String column) {
        var table = phrases.shown().table();
        return String.valueOf(table.rows().get(row).get(table.indexOf(column).orElseThrow()));
    }
}
