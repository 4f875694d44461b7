package io.asktrail.composer.chart;

import io.asktrail.composer.shown.Shown;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Two numbers of each member against each other: the first across, the second up. */
final class Scatter {
    private static final int MOST = 200;

    private Scatter() {}

    /** The rows that have both numbers. */
    static List<Integer> points(Shown shown) {
        return ChartWriter.rows(shown).stream()
                .filter(row -> shown.metrics().stream().allMatch(metric -> shown.number(row, metric.value()) != null))
                .toList();
    }

    static Picture of(Shown shown) {
        var captions = new Captions(shown);
        var across = shown.metrics().getFirst().value();
        var up = shown.metrics().getLast().value();
        var points = points(shown);
        var drawn = points.stream()
                .sorted(Comparator.comparing((Integer row) -> Objects.requireNonNull(shown.number(row, across)))
                        .reversed())
                .limit(MOST)
                .toList();
        var series = captions.dimension(shown.categories().getFirst());
        var marks = drawn.stream()
                .map(row -> {
                    var x = Objects.requireNonNull(shown.number(row, across));
                    var y = Objects.requireNonNull(shown.number(row, up));
                    var written = "%s, %s".formatted(captions.written(x, across), captions.written(y, up));
                    return new Mark(shown.member(row), null, series, y, written, null, x);
                })
                .toList();
        return new Picture(
                Shape.SCATTER,
                captions.title(List.of(across, up)),
                captions.subtitle(captions.cut(shown.table().size(), drawn.size())),
                captions.axis(List.of(up)),
                captions.axis(List.of(across)),
                series,
                List.of(series),
                marks,
                captions.language());
    }
}
