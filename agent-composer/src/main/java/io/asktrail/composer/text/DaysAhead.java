package io.asktrail.composer.text;

import io.asktrail.composer.shown.Shown;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A forecast: what the days ahead come to and how far off that may be, then what the days before came to. */
record DaysAhead(Prose prose, Phrases phrases) {
    void tell() {
        var shown = phrases.shown();
        var metric = shown.metrics().getFirst();
        var ahead = rows(metric.value() + Shown.FORECAST);
        phrases.sentence("forecast.whole")
                .with("metric", phrases.inSentence(metric))
                .with("when", phrases.where(days(ahead)))
                .with("value", phrases.total(metric.value() + Shown.FORECAST))
                .with("low", phrases.total(metric.value() + Shown.LOW))
                .with("high", phrases.total(metric.value() + Shown.HIGH))
                .into(prose);
        var before = rows(metric.value());
        if (!before.isEmpty()) {
            var sum = before.stream()
                    .map(row -> Objects.requireNonNull(shown.number(row, metric.value())))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            phrases.sentence("forecast.before")
                    .with("when", days(before))
                    .with(
                            "value",
                            prose -> prose.derived(
                                    phrases.written(sum, shown.unit(metric.value())), sum, "sum(%s)".formatted(metric)))
                    .into(prose);
        }
        phrases.sentence("forecast.estimate").into(prose);
    }

    private List<Integer> rows(String column) {
        return IntStream.range(0, phrases.shown().table().size())
                .filter(row -> phrases.shown().number(row, column) != null)
                .boxed()
                .toList();
    }

    // The rows of a forecast are in the order of time.
    private String days(List<Integer> rows) {
        return phrases.shown().days().from(date(rows.getFirst()), date(rows.getLast()));
    }

    private LocalDate date(int row) {
        return Objects.requireNonNull(phrases.shown().date(row));
    }
}
