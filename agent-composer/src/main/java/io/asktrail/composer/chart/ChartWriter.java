package io.asktrail.composer.chart;

import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.answer.Chart;
import io.asktrail.contracts.id.MetricId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Chooses the picture by the shape of the data; a picture that would say less than the words is not drawn. */
public final class ChartWriter {
    static final int MOST_MARKS = 20;
    private static final int MOST_LINES = 8;

    private ChartWriter() {}

    public static Optional<Chart> draw(Shown shown) {
        if (shown.isEmpty() || shown.table().size() < 2 || shown.dimensions().isEmpty()) {
            return Optional.empty();
        }
        if (shown.isSeries()) {
            return series(shown);
        }
        return Optional.of(bars(shown));
    }

    private static Optional<Chart> series(Shown shown) {
        var metric = shown.metrics().getFirst();
        if (shown.isCompared()) {
            return shown.categories().isEmpty()
                    ? Optional.of(Lines.of(shown, List.of(metric.value(), metric.value() + Shown.PREVIOUS)))
                    : Optional.empty();
        }
        if (shown.categories().isEmpty()) {
            return Optional.of(Lines.of(shown, sameUnit(shown)));
        }
        // More lines than colours that can be told apart show nothing.
        var members = java.util.stream.IntStream.range(0, shown.table().size())
                .mapToObj(shown::member)
                .distinct()
                .count();
        return members <= MOST_LINES ? Optional.of(Lines.ofMembers(shown, metric.value())) : Optional.empty();
    }

    private static Chart bars(Shown shown) {
        var metric = shown.metrics().getFirst();
        if (shown.isCompared()) {
            return Bars.grouped(shown, List.of(metric.value(), metric.value() + Shown.PREVIOUS));
        }
        var columns = sameUnit(shown);
        return columns.size() == 2 ? Bars.grouped(shown, columns) : Bars.single(shown, metric);
    }

    // Two numbers share an axis only if they share a unit.
    private static List<String> sameUnit(Shown shown) {
        var metrics = shown.metrics().stream().map(MetricId::value).toList();
        var first = metrics.getFirst();
        return metrics.size() == 2 && Objects.equals(shown.unit(first), shown.unit(metrics.get(1)))
                ? metrics
                : List.of(first);
    }
}
