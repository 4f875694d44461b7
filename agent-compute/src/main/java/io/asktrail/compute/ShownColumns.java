package io.asktrail.compute;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.metric.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns that a step gives on, each number rounded as its metric's file says. */
final class ShownColumns {
    private final Vocabulary vocabulary;
    private final List<MetricId> wanted;

    /** @param wanted the metrics to show; empty for all of them */
    ShownColumns(Vocabulary vocabulary, List<MetricId> wanted) {
        this.vocabulary = vocabulary;
        this.wanted = wanted;
    }

    /** The dimensions, the metrics that are wanted, and what was calculated from them. */
    Frame of(Frame frame) {
        if (wanted.isEmpty()) {
            return frame;
        }
        var kept = new LinkedHashSet<>(vocabulary.dimensionColumns(frame));
        wanted.forEach(metric -> kept.add(metric.value()));
        vocabulary.metricColumns(frame).stream()
                .filter(column -> column.indexOf('.') >= 0)
                .forEach(kept::add);
        return frame.keep(kept);
    }

    Frame rounded(Frame frame) {
        var result = frame;
        for (var column : frame.columns()) {
            if (!vocabulary.isDimension(column)) {
                var metric = new MetricId(Vocabulary.baseOf(column.id()));
                var named = column.id().equals(metric.value()) ? vocabulary.column(metric) : column;
                result = result.with(named, rounded(frame, column.id()));
            }
        }
        return result;
    }

    // Averages and ranks are rounded where they are made: their places are not their metric's.
    private List<@Nullable Object> rounded(Frame frame, String columnId) {
        var cells = frame.column(columnId);
        var rounding = columnId.endsWith(Calculations.SHARE)
                ? Optional.of(Calculations.FRACTION)
                : columnId.indexOf('.') < 0 || columnId.endsWith(Calculations.RUNNING_TOTAL)
                        ? vocabulary.metricOf(columnId).map(MetricDefinition::rounding)
                        : Optional.<Rounding>empty();
        if (rounding.isEmpty()) {
            return cells;
        }
        var rounded = new ArrayList<@Nullable Object>(cells.size());
        for (var cell : cells) {
            rounded.add(cell instanceof BigDecimal exact ? rounding.get().apply(exact) : cell);
        }
        return rounded;
    }
}
