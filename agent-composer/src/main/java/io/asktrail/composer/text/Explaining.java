package io.asktrail.composer.text;

import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.diagnosis.FindingColumns;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.task.Diagnosis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a number changed: the whole, then for each way to split it who moved most. The first row is the whole. */
record Explaining(Prose prose, Phrases phrases) {
    private static final int NAMED = 3;
    private static final int SPLITS_TOLD = 4;

    void tell() {
        var metric = phrases.shown().metrics().getFirst();
        var change = phrases.shown().number(0, metric.value() + Shown.CHANGE);
        whole(metric, change);
        if (change == null || change.signum() == 0) {
            phrases.sentence("why.none").into(prose);
            return;
        }
        usual(metric, change);
        splits().stream().limit(SPLITS_TOLD).forEach(rows -> split(metric, rows));
    }

    private void whole(MetricId metric, @Nullable BigDecimal change) {
        var label = phrases.label(metric);
        phrases.sentence(opening(change))
                .with("metric", label)
                .with("was", phrases.was(label))
                .with("now", phrases.cell(0, metric.value()))
                .with("when", phrases.whenAndWhere())
                .with("by", phrases.size(0, metric.value() + Shown.CHANGE))
                .with("before", phrases.cell(0, metric.value() + Shown.PREVIOUS))
                .with("earlier", phrases.earlierPeriod())
                .into(prose);
    }

    // Who asks why something fell that rose has to hear that first.
    private String opening(@Nullable BigDecimal change) {
        var sign = change == null ? 0 : change.signum();
        var diagnosis = phrases.shown().task().diagnosis();
        var claim = change == null || diagnosis == null ? null : diagnosis.claim();
        if (claim == Diagnosis.Claim.FELL && sign >= 0) {
            return sign > 0 ? "why.notfell.rose" : "why.notfell.same";
        }
        if (claim == Diagnosis.Claim.ROSE && sign <= 0) {
            return sign < 0 ? "why.notrose.fell" : "why.notrose.same";
        }
        return "compare.first." + (sign == 0 ? "same" : sign > 0 ? "up" : "down");
    }

    private void usual(MetricId metric, BigDecimal change) {
        var low = phrases.shown().number(0, metric.value() + FindingColumns.USUAL_LOW);
        var high = phrases.shown().number(0, metric.value() + FindingColumns.USUAL_HIGH);
        if (low == null || high == null) {
            return;
        }
        var inside = change.compareTo(low) >= 0 && change.compareTo(high) <= 0;
        phrases.sentence(inside ? "why.usual.inside" : "why.usual.outside")
                .with("low", phrases.move(0, metric.value() + FindingColumns.USUAL_LOW))
                .with("high", phrases.move(0, metric.value() + FindingColumns.USUAL_HIGH))
                .into(prose);
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
                .map(row -> isStep ? step(metric, row) : member(metric, row))
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        phrases.sentence(isStep ? "why.steps" : "why.members")
                .with("part", Labels.inSentence(phrases.shown().found(rows.getFirst(), FindingColumns.PART)))
                .with("parts", Sentence.joined(moved, isStep ? "; " : ", "))
                .into(prose);
    }

    private boolean moved(MetricId metric, int row) {
        var change = phrases.shown().number(row, metric.value() + Shown.CHANGE);
        return change != null && change.signum() != 0;
    }

    private Sentence.Part step(MetricId metric, int row) {
        return moved(isUp(metric, row) ? "why.step.more" : "why.step.less", metric, row)
                .with("own", own(metric, row))
                .part();
    }

    private Sentence.Part member(MetricId metric, int row) {
        return moved(isUp(metric, row) ? "why.member.up" : "why.member.down", metric, row)
                .part();
    }

    private Sentence moved(String key, MetricId metric, int row) {
        return phrases.sentence(key)
                .with("name", phrases.shown().found(row, FindingColumns.MEMBER))
                .with("by", phrases.size(row, metric.value() + Shown.CHANGE))
                .with("share", share(metric, row));
    }

    private boolean isUp(MetricId metric, int row) {
        return Objects.requireNonNull(phrases.shown().number(row, metric.value() + Shown.CHANGE))
                        .signum()
                > 0;
    }

    private Sentence.Part share(MetricId metric, int row) {
        var column = metric.value() + FindingColumns.SHARE_OF_CHANGE;
        var share = phrases.shown().number(row, column);
        return share != null && share.signum() > 0
                ? phrases.sentence("why.share")
                        .with("share", phrases.cell(row, column))
                        .part()
                : phrases.sentence("why.against").part();
    }

    // Of a step its own numbers say more than its effect: the click rate fell from 1.2 % to 0.9 %.
    private Sentence.Part own(MetricId metric, int row) {
        return phrases.shown().table().columns().stream()
                .filter(column -> column.type() == ColumnType.NUMBER)
                .map(Column::id)
                .filter(id -> id.indexOf('.') < 0 && !id.equals(metric.value()))
                .filter(id -> phrases.shown().number(row, id) != null
                        && phrases.shown().number(row, id + Shown.PREVIOUS) != null)
                .findFirst()
                .map(id -> phrases.sentence("why.step.own")
                        .with("before", phrases.cell(row, id + Shown.PREVIOUS))
                        .with("now", phrases.cell(row, id))
                        .part())
                .orElse(_ -> {});
    }

    private String text(int row, String column) {
        return phrases.shown().text(row, column);
    }
}
