package io.asktrail.composer.text;

import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Calculation;
import java.math.BigDecimal;
import java.util.Objects;

/** One row: each number with its name. */
record SingleNumbers(Prose prose, Phrases phrases) {
    private static final String PER_DAY = ".per_day";

    void tell() {
        var shown = phrases.shown();
        var counted = shown.task().calculations().stream()
                .map(Calculation::of)
                .filter(Objects::nonNull)
                .findFirst();
        if (shown.has(Shown.COUNT) && counted.isPresent()) {
            count(counted.get());
            return;
        }
        var first = true;
        for (var metric : shown.metrics()) {
            number(metric, first);
            first = false;
        }
    }

    private void count(DimensionId dimension) {
        var one = BigDecimal.ONE.equals(phrases.shown().number(0, Shown.COUNT));
        phrases.sentence("single.count")
                .with("count", phrases.cell(0, Shown.COUNT))
                .with("noun", phrases.noun(dimension, one))
                .with("conditions", new Conditions(phrases).told(one))
                .with("when", phrases.whenAndWhere())
                .into(prose);
    }

    private void number(MetricId metric, boolean first) {
        var shown = phrases.shown();
        var label = phrases.label(metric);
        var isMissing = shown.number(0, metric.value()) == null;
        phrases.sentence(first ? "single.first" : "single.next")
                .with("metric", label)
                .with("was", phrases.was(label))
                .with("value", phrases.cell(0, metric.value()))
                .with("when", phrases.whenAndWhere())
                .with("nothing", isMissing ? shown.words().of("single.nothing") : "")
                .with("perday", perDay(metric))
                .into(prose);
    }

    private Sentence.Part perDay(MetricId metric) {
        var column = metric.value() + PER_DAY;
        return within -> {
            if (phrases.shown().has(column)) {
                phrases.sentence("single.perday")
                        .with("value", phrases.cell(0, column))
                        .within(within);
            }
        };
    }
}
