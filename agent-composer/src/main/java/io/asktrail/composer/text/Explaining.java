package io.asktrail.composer.text;

import io.asktrail.composer.number.FigureFormat;
import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.agent.InsightsAgent;
import io.asktrail.contracts.id.MetricId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a number changed: the whole, then for each way to split it who moved most. The first row is the whole. */
public record Explaining(Prose prose, Phrases phrases) {
    /** Said in the method: what the shares are, and what they are not. */
    public static final String METHOD =
            "The change is shared out over the parts of each split; the parts of one split come to the whole change."
                    + " A share says where a number moved, not what moved it.";

    private static final int NAMED = 3;
    private static final int SPLITS_TOLD = 4;

    public void tell() {
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
    }

    // The rows of each split, in the order of the table.
    private List<List<Integer>> splits() {
        var splits = new ArrayList<List<Integer>>();
        String part = null;
        for (var row = 1; row < phrases.shown().table().size(); row++) {
            var next = text(row, InsightsAgent.PART);
            if (!next.equals(part)) {
                splits.add(new ArrayList<>());
                part = next;
            }
            splits.getLast().add(row);
        }
        return splits;
    }

    private void split(MetricId metric, List<Integer> rows) {
        var moved = rows.stream().filter(row -> moved(metric, row)).limit(NAMED).toList();
        if (moved.isEmpty()) {
            return;
        }
        prose.say(" By %s: ".formatted(Labels.inSentence(text(rows.getFirst(), InsightsAgent.PART))));
        for (var i = 0; i < moved.size(); i++) {
            prose.say(i == 0 ? "" : ", ");
            member(metric, moved.get(i));
        }
        prose.say(".");
    }

    private boolean moved(MetricId metric, int row) {
        var change = phrases.shown().number(row, metric.value() + Shown.CHANGE);
        return change != null && change.signum() != 0;
    }

    private void member(MetricId metric, int row) {
        var change = Objects.requireNonNull(phrases.shown().number(row, metric.value() + Shown.CHANGE));
        prose.say("%s %s ".formatted(text(row, InsightsAgent.MEMBER), change.signum() > 0 ? "up" : "down"));
        size(row, metric.value() + Shown.CHANGE, change);
        var column = metric.value() + InsightsAgent.SHARE_OF_CHANGE;
        var share = phrases.shown().number(row, column);
        if (share != null && share.signum() > 0) {
            prose.say(" (");
            prose.cell(FigureFormat.inSentence(share, "percent"), share, row, column);
            prose.say(" of it)");
        } else {
            prose.say(" (against it)");
        }
    }

    private void size(int row, String column, BigDecimal change) {
        prose.cell(FigureFormat.inSentence(change.abs(), phrases.shown().unit(column)), change, row, column);
    }

    private String text(int row, String column) {
        var table = phrases.shown().table();
        return String.valueOf(table.rows().get(row).get(table.indexOf(column).orElseThrow()));
    }
}
