package io.asktrail.composer.chart;

import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.id.MetricId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** One number of each member; the rest as one bar, where adding them up means something. */
final class Bars {
    private Bars() {}

    static Picture of(Shown shown, MetricId metric) {
        var captions = new Captions(shown);
        var column = metric.value();
        var series = captions.metric(column);
        var rows = sorted(shown, column);
        var addUp = rows.size() > Picture.MOST_PLACES && shown.isAdditive(metric);
        var drawn = rows.subList(0, Math.min(rows.size(), Picture.MOST_PLACES - (addUp ? 1 : 0)));
        var marks = new ArrayList<Mark>();
        for (var row : drawn) {
            var value = number(shown, row, column);
            marks.add(Mark.of(shown.member(row), series, value, captions.written(value, column)));
        }
        if (addUp) {
            var rest = rows.subList(drawn.size(), rows.size()).stream()
                    .map(row -> number(shown, row, column))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            marks.add(Mark.of(captions.others(), series, rest, captions.written(rest, column)));
        }
        return new Picture(
                Shape.BAR,
                captions.title(List.of(column)),
                captions.subtitle(addUp ? List.of() : captions.cut(rows.size(), drawn.size())),
                captions.axis(List.of(column)),
                null,
                String.join(
                        ", ",
                        shown.categories().stream().map(captions::dimension).toList()),
                List.of(series),
                marks,
                captions.language());
    }

    // By size unless the question set an order.
    private static List<Integer> sorted(Shown shown, String column) {
        var rows = ChartWriter.rows(shown).stream().filter(row -> shown.number(row, column) != null);
        return shown.task().orderBy().isEmpty()
                ? rows.sorted(Comparator.comparing((Integer row) -> number(shown, row, column))
                                .reversed())
                        .toList()
                : rows.toList();
    }

    private static BigDecimal number(Shown shown, int row, String column) {
        return Objects.requireNonNull(shown.number(row, column));
    }
}
