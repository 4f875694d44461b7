package io.asktrail.composer.text;

import io.asktrail.contracts.id.MetricId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/** A series: what it comes to, its highest and lowest point, how it began and ended. */
record SeriesOfPoints(Prose prose, Phrases phrases) {
    void tell() {
        var shown = phrases.shown();
        var first = true;
        for (var metric : shown.metrics()) {
            whole(metric, first);
            first = false;
        }
        extremes(shown.metrics().getFirst());
        if (shown.categories().isEmpty() && shown.table().size() > 1) {
            ends(shown.metrics().getFirst());
        }
    }

    private void whole(MetricId metric, boolean first) {
        var label = phrases.label(metric);
        var kind = phrases.shown().total(metric.value()) == null
                ? "none"
                : phrases.shown().isAdditive(metric) ? "sum" : "overall";
        phrases.sentence((first ? "series.first." : "series.next.") + kind)
                .with("metric", label)
                .with("was", phrases.was(label))
                .with("value", phrases.total(metric.value()))
                .with("when", phrases.whenAndWhere())
                .into(prose);
    }

    private String grain() {
        return phrases.shown()
                .words()
                .of("grain." + phrases.shown().grain().name().toLowerCase(Locale.ROOT));
    }

    private void extremes(MetricId metric) {
        var highest = phrases.shown().highest(metric.value());
        var lowest = phrases.shown().lowest(metric.value());
        if (highest.isEmpty() || lowest.isEmpty() || highest.get().equals(lowest.get())) {
            return;
        }
        phrases.sentence("series.extremes")
                .with("grain", grain())
                .with("metric", phrases.inSentence(metric))
                .with("high", phrases.cell(highest.get(), metric.value()))
                .with("highwhen", phrases.name(highest.get()))
                .with("low", phrases.cell(lowest.get(), metric.value()))
                .with("lowwhen", phrases.name(lowest.get()))
                .into(prose);
    }

    // A day that is not loaded yet has no number: it neither begins nor ends anything.
    private void ends(MetricId metric) {
        var known = IntStream.range(0, phrases.shown().table().size())
                .boxed()
                .filter(row ->
                        phrases.shown().date(row) != null && phrases.shown().number(row, metric.value()) != null)
                .sorted(Comparator.comparing(
                        row -> Objects.requireNonNull(phrases.shown().date(row))))
                .toList();
        if (known.size() > 1) {
            phrases.sentence("series.ends")
                    .with("first", phrases.cell(known.getFirst(), metric.value()))
                    .with("last", phrases.cell(known.getLast(), metric.value()))
                    .into(prose);
        }
    }
}
