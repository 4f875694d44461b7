package io.asktrail.composer.chart;

import io.asktrail.composer.number.FigureFormat;
import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.id.MetricId;
import java.util.ArrayList;
import java.util.List;

/** One row: its numbers written large, each with what it was before if that was asked. */
final class Numbers {
    private static final int MOST = 6;

    private Numbers() {}

    static Picture of(Shown shown) {
        var captions = new Captions(shown);
        var metrics = shown.metrics().stream().limit(MOST).map(MetricId::value).toList();
        var marks = new ArrayList<Mark>();
        for (var metric : metrics) {
            marks.add(mark(shown, captions.metric(metric), metric));
            if (shown.has(metric + Shown.PREVIOUS)) {
                marks.add(mark(shown, captions.series(metric + Shown.PREVIOUS), metric + Shown.PREVIOUS));
            }
        }
        return new Picture(
                Shape.NUMBER,
                captions.title(metrics),
                captions.subtitle(captions.cut(shown.metrics().size(), metrics.size())),
                captions.axis(metrics.subList(0, 1)),
                null,
                "",
                List.of(captions.metric(metrics.getFirst())),
                marks,
                captions.language());
    }

    private static Mark mark(Shown shown, String name, String column) {
        var value = shown.number(0, column);
        return Mark.of(name, name, value, FigureFormat.inSentence(value, shown.unit(column), shown.words()));
    }
}
