package io.asktrail.composer.chart;

import io.asktrail.composer.shown.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The days that were as one line, the days ahead as another, within the band that they are likely to stay in. */
final class DaysAhead {
    private DaysAhead() {}

    static Picture of(Shown shown) {
        var captions = new Captions(shown);
        var column = shown.metrics().getFirst().value();
        var were = captions.metric(column);
        var ahead = shown.words().of("chart.ahead");
        var marks = new ArrayList<Mark>();
        for (var row : ChartWriter.rows(shown)) {
            var known = shown.number(row, column);
            // A day that has been and is not known is a gap: a line across it would tell of a number.
            if (known != null || shown.number(row, column + Shown.FORECAST) == null) {
                marks.add(Mark.on(date(shown, row), were, known, captions.written(known, column)));
            }
        }
        var days = ChartWriter.rows(shown).stream()
                .filter(row -> shown.number(row, column + Shown.FORECAST) != null)
                .toList();
        days.forEach(row -> marks.add(expected(shown, captions, row, column, ahead)));
        return new Picture(
                Shape.FORECAST,
                captions.title(List.of(column)),
                captions.ahead(date(shown, days.getFirst()), date(shown, days.getLast())),
                captions.axis(List.of(column)),
                null,
                shown.words().of("chart.date"),
                Stream.of(were, ahead).toList(),
                marks,
                captions.language());
    }

    private static Mark expected(Shown shown, Captions captions, int row, String column, String name) {
        var value = Objects.requireNonNull(shown.number(row, column + Shown.FORECAST));
        return Mark.expected(
                date(shown, row),
                name,
                value,
                captions.written(value, column),
                Objects.requireNonNull(shown.number(row, column + Shown.LOW)),
                Objects.requireNonNull(shown.number(row, column + Shown.HIGH)));
    }

    private static LocalDate date(Shown shown, int row) {
        return Objects.requireNonNull(shown.date(row));
    }
}
