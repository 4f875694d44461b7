package io.asktrail.composer.text;

import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.id.MetricId;

/** One row: each number with its name. */
record SingleNumbers(Prose prose, Phrases phrases) {
    void tell() {
        var shown = phrases.shown();
        var first = true;
        for (var metric : shown.metrics()) {
            sentence(metric, first);
            first = false;
        }
    }

    private void sentence(MetricId metric, boolean first) {
        var shown = phrases.shown();
        var label = phrases.label(metric);
        prose.say(first ? "" : " ");
        if (metric.value().equals(Shown.COUNT)) {
            prose.say(label + ": ");
        } else {
            prose.say(label + Phrases.was(label));
        }
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
