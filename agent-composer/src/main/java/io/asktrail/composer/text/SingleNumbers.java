package io.asktrail.composer.text;

import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Calculation;
import java.math.BigDecimal;
import java.util.Objects;

/** One row: each number with its name. */
record SingleNumbers(Prose prose, Phrases phrases) {
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
            sentence(metric, first);
            first = false;
        }
    }

    private void count(DimensionId dimension) {
        var shown = phrases.shown();
        var one = BigDecimal.ONE.equals(shown.number(0, Shown.COUNT));
        var label = shown.labels().of(dimension);
        phrases.cell(prose, 0, Shown.COUNT);
        prose.say(" " + (one ? Labels.inSentence(label) : Labels.plural(label)));
        new Conditions(shown).tell(prose, one);
        prose.say(" " + phrases.whenAndWhere() + ".");
    }

    private void sentence(MetricId metric, boolean first) {
        var shown = phrases.shown();
        var label = phrases.label(metric);
        prose.say(first ? "" : " ");
        prose.say(label + Phrases.was(label));
        phrases.cell(prose, 0, metric.value());
        prose.say(first ? " " + phrases.whenAndWhere() : "");
        if (shown.number(0, metric.value()) == null) {
            prose.say(": there is nothing to work it out from");
        }
        if (shown.has(metric.value() + ".per_day")) {
            prose.say(", ");
            phrases.cell(prose, 0, metric.value() + ".per_day");
            prose.say(" a day");
        }
        prose.say(".");
    }
}
