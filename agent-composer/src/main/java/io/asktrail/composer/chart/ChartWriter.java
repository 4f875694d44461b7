package io.asktrail.composer.chart;

import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.answer.Chart;
import io.asktrail.contracts.id.MetricId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Chooses the picture by the shape of the data; a picture that would say less than the words is not drawn. */
public final class ChartWriter {
    private static final int FEW_POINTS = 5;

    private ChartWriter() {}

    /** The picture of an answer's table; empty where there is nothing to be seen. */
    public static Optional<Chart> draw(Shown shown) {
        return picture(shown).map(VegaLite::of);
    }

    /** The picture of a change that was shared out. */
    public static Optional<Chart> drawChange(Shown findings) {
        return Waterfall.of(findings).map(VegaLite::of);
    }

    private static Optional<Picture> picture(Shown shown) {
        if (shown.isEmpty() || shown.metrics().isEmpty()) {
            return Optional.empty();
        }
        if (shown.dimensions().isEmpty()) {
            return shown.table().size() == 1 ? Optional.of(Numbers.of(shown)) : Optional.empty();
        }
        if (shown.table().size() < 2 || (!shown.isCompared() && isBare(shown))) {
            return Optional.empty();
        }
        if (shown.isForecast()) {
            return Optional.of(DaysAhead.of(shown));
        }
        return shown.isSeries() ? Lines.of(shown) : Optional.of(members(shown));
    }

    // The number that the picture would be of is nowhere.
    private static boolean isBare(Shown shown) {
        return shown.highest(shown.metrics().getFirst().value()).isEmpty();
    }

    private static Picture members(Shown shown) {
        var metric = shown.metrics().getFirst();
        if (shown.isCompared()) {
            return Grouped.of(shown, List.of(metric.value(), metric.value() + Shown.PREVIOUS));
        }
        var columns = sameUnit(shown);
        if (columns.size() > 1) {
            return Grouped.of(shown, columns);
        }
        if (isTwoSided(shown)) {
            return Scatter.of(shown);
        }
        return shown.categories().size() == 2 && Stacked.fits(shown, metric)
                ? Stacked.of(shown, metric)
                : Bars.of(shown, metric);
    }

    // How two numbers go together; a ranking asked for its order, and stays one.
    private static boolean isTwoSided(Shown shown) {
        var metrics = shown.metrics();
        return metrics.size() == 2
                && shown.categories().size() == 1
                && shown.task().orderBy().isEmpty()
                && shown.task().limit() == null
                && Scatter.points(shown).size() >= FEW_POINTS;
    }

    /** The metrics that share the first one's unit: only they share its axis. */
    static List<String> sameUnit(Shown shown) {
        var first = shown.metrics().getFirst().value();
        return shown.metrics().stream()
                .map(MetricId::value)
                .filter(metric -> Objects.equals(shown.unit(metric), shown.unit(first)))
                .limit(Picture.MOST_SERIES)
                .toList();
    }

    static List<Integer> rows(Shown shown) {
        return IntStream.range(0, shown.table().size()).boxed().toList();
    }
}
