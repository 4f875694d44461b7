package io.asktrail.composer.chart;

import io.asktrail.composer.number.FigureFormat;
import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.TaskSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of a picture: what it shows, of when, and what is left out. */
record Captions(Shown shown) {
    /** {@code Ad spend by channel}. */
    String title(List<String> columns) {
        var metrics = shown.labels().all(metrics(columns));
        var by = shown.dimensions().stream().map(this::dimension).toList();
        return by.isEmpty()
                ? metrics
                : shown.words()
                        .of(
                                "chart.title",
                                "metrics",
                                metrics,
                                "dimensions",
                                shown.labels().all(by));
    }

    private List<String> metrics(List<String> columns) {
        return columns.stream().map(this::metric).distinct().toList();
    }

    /** The days, the places, and what a reader has to know about this picture. */
    String subtitle(List<String> remarks) {
        var parts = new ArrayList<String>();
        parts.add(period());
        shown.task().entities().kept().values().forEach(values -> parts.add(String.join(", ", values)));
        parts.addAll(remarks);
        return String.join(" · ", parts);
    }

    /** The days of a forecast and the places; that the band is a likelihood. */
    String ahead(LocalDate first, LocalDate last) {
        var parts = new ArrayList<String>();
        parts.add(shown.words().of("chart.forecast", "period", shown.days().from(first, last)));
        shown.task().entities().kept().values().forEach(values -> parts.add(String.join(", ", values)));
        return String.join(" · ", parts);
    }

    private String period() {
        var time = shown.task().period();
        return shown.days().from(time.start(), time.end());
    }

    /** What a dimension is called, with the date by its grain. */
    String dimension(String id) {
        return id.equals(TaskSpec.DATE.value())
                ? shown.words().of("grain." + shown.grain().name().toLowerCase(Locale.ROOT))
                : Labels.inSentence(shown.labels().of(new DimensionId(id)));
    }

    String metric(String column) {
        var dot = column.indexOf('.');
        return shown.label(new MetricId(dot < 0 ? column : column.substring(0, dot)));
    }

    /** A column's name in the legend: of two periods the days, else what it measures. */
    String series(String column) {
        var compare = shown.task().compare();
        if (compare == null || !shown.isCompared()) {
            return metric(column);
        }
        return column.endsWith(Shown.PREVIOUS) ? shown.days().from(compare.start(), compare.end()) : period();
    }

    /** Of one number its name, of several the legend has them; money in other than rupees says which. */
    Axis axis(List<String> columns) {
        var names = metrics(columns);
        var unit = shown.unit(columns.getFirst());
        var name = names.size() == 1 ? names.getFirst() : "";
        return new Axis(
                FigureFormat.isMoney(unit) ? "%s (%s)".formatted(name, unit).strip() : name, unit);
    }

    String written(@Nullable BigDecimal value, String column) {
        return FigureFormat.exact(value, shown.unit(column));
    }

    /** {@code first 20 of 31}, where not all are drawn and the rest cannot be added up. */
    List<String> cut(int all, int drawn) {
        return all <= drawn
                ? List.of()
                : List.of(
                        shown.words().of("chart.cut", "drawn", Integer.toString(drawn), "all", Integer.toString(all)));
    }

    /** Names the first and the last point where the days that were asked for cut them short. */
    List<String> partialPoints() {
        var time = shown.task().period();
        var grain = shown.grain();
        var calendar = shown.registry().calendar();
        var start = calendar.startOf(grain, time.start());
        var last = calendar.startOf(grain, time.end());
        var cutAtStart = !start.equals(time.start());
        var cutAtEnd = calendar.startOf(grain, time.end().plusDays(1)).equals(last);
        return Stream.of(cutAtStart ? start : null, cutAtEnd && !(cutAtStart && last.equals(start)) ? last : null)
                .filter(java.util.Objects::nonNull)
                .map(this::partial)
                .toList();
    }

    private String partial(LocalDate point) {
        return shown.words().of("chart.partial", "point", shown.days().point(point, shown.grain()));
    }

    Language language() {
        return shown.words().language();
    }

    String others() {
        return shown.words().of("chart.others");
    }
}
