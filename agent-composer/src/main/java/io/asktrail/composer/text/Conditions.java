package io.asktrail.composer.text;

import io.asktrail.composer.number.FigureFormat;
import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import java.util.List;

/** What the question demanded of numbers: {@code have ACOS above 40.0 %}. */
final class Conditions {
    private final Shown shown;
    private final List<Filter> filters;

    Conditions(Shown shown) {
        this.shown = shown;
        this.filters = shown.task().filters().stream()
                .filter(filter -> shown.registry().isMetric(filter.field()))
                .filter(filter -> filter.value() instanceof FilterValue.Numeric)
                .toList();
    }

    boolean isEmpty() {
        return filters.isEmpty();
    }

    void tell(Prose prose, boolean singular) {
        for (var i = 0; i < filters.size(); i++) {
            prose.say(i > 0 ? " and " : singular ? " has " : " have ");
            condition(prose, filters.get(i));
        }
    }

    private void condition(Prose prose, Filter filter) {
        var metric = filter.field().asMetric();
        var unit = shown.registry().metric(metric).unit().text();
        if (filter.value() instanceof FilterValue.Numeric(var limit)) {
            prose.say("%s %s ".formatted(Labels.inSentence(shown.labels().of(metric)), words(filter.op())))
                    .derived(FigureFormat.inSentence(limit, unit), limit, "filter(%s)".formatted(metric));
        }
    }

    private static String words(Operator op) {
        return switch (op) {
            case GT -> "above";
            case GE -> "of at least";
            case LT -> "below";
            case LE -> "of at most";
            case NE, NOT_IN -> "other than";
            case EQ, IN, CONTAINS, IS_NULL -> "of";
        };
    }
}
