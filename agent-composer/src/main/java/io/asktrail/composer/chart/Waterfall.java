package io.asktrail.composer.chart;

import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.diagnosis.FindingColumns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a number got from what it was to what it is, by the parts of the first split. Only where these come to the whole
 * change to the last digit: a gap in the stairs would hide something.
 */
final class Waterfall {
    private Waterfall() {}

    static Optional<Picture> of(Shown findings) {
        if (findings.isEmpty() || findings.metrics().isEmpty() || !findings.has(FindingColumns.PART)) {
            return Optional.empty();
        }
        var metric = findings.metrics().getFirst().value();
        var after = findings.number(0, metric);
        var before = findings.number(0, metric + Shown.PREVIOUS);
        var change = findings.number(0, metric + Shown.CHANGE);
        if (after == null || before == null || change == null || change.signum() == 0) {
            return Optional.empty();
        }
        var steps = steps(findings, metric);
        var sum = steps.stream()
                .map(row -> Objects.requireNonNull(findings.number(row, metric + Shown.CHANGE)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return steps.size() < 2 || steps.size() + 2 > Picture.MOST_PLACES || sum.compareTo(change) != 0
                ? Optional.empty()
                : Optional.of(picture(findings, metric, before, after, steps));
    }

    // The rows of the first split that moved.
    private static List<Integer> steps(Shown findings, String metric) {
        var part = findings.table().size() < 2 ? "" : findings.text(1, FindingColumns.PART);
        return ChartWriter.rows(findings).stream()
                .skip(1)
                .takeWhile(row -> findings.text(row, FindingColumns.PART).equals(part))
                .filter(row ->
                        findings.number(row, metric + Shown.CHANGE) instanceof BigDecimal moved && moved.signum() != 0)
                .toList();
    }

    private static Picture picture(
            Shown findings, String metric, BigDecimal before, BigDecimal after, List<Integer> steps) {
        var words = findings.words();
        var captions = new Captions(findings);
        var series = List.of(words.of("chart.whole"), words.of("chart.up"), words.of("chart.down"));
        var marks = new ArrayList<Mark>();
        marks.add(whole(captions, captions.series(metric + Shown.PREVIOUS), series.getFirst(), before, metric));
        var level = before;
        for (var row : steps) {
            var change = Objects.requireNonNull(findings.number(row, metric + Shown.CHANGE));
            var next = level.add(change);
            var written = captions.written(change, metric);
            marks.add(new Mark(
                    findings.found(row, FindingColumns.MEMBER),
                    null,
                    series.get(change.signum() > 0 ? 1 : 2),
                    next,
                    change.signum() > 0 ? "+" + written : written,
                    level,
                    null));
            level = next;
        }
        marks.add(whole(captions, captions.series(metric), series.getFirst(), after, metric));
        var part = findings.found(1, FindingColumns.PART);
        return new Picture(
                Shape.WATERFALL,
                words.of("chart.change", "metric", captions.metric(metric), "part", part),
                captions.subtitle(List.of()),
                captions.axis(List.of(metric)),
                null,
                part,
                series,
                marks,
                captions.language());
    }

    private static Mark whole(Captions captions, String name, String series, BigDecimal value, String metric) {
        return new Mark(name, null, series, value, captions.written(value, metric), BigDecimal.ZERO, null);
    }
}
