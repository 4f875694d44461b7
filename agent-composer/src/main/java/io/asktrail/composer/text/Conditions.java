package io.asktrail.composer.text;

import io.asktrail.composer.shown.Labels;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import java.util.List;

/** What the question demanded of numbers: {@code have ACOS above 40.0 %}. */
final class Conditions {
    private final Phrases phrases;
    private final List<Filter> filters;

    Conditions(Phrases phrases) {
        this.phrases = phrases;
        this.filters = phrases.shown().task().filters().stream()
                .filter(filter -> phrases.shown().registry().isMetric(filter.field()))
                .filter(filter -> filter.value() instanceof FilterValue.Numeric)
                .toList();
    }

    boolean isEmpty() {
        return filters.isEmpty();
    }

    Sentence.Part told(boolean singular) {
        return prose -> {
            for (var i = 0; i < filters.size(); i++) {
                condition(
                        prose, filters.get(i), i > 0 ? "condition.and" : singular ? "condition.one" : "condition.many");
            }
        };
    }

    private void condition(Prose prose, Filter filter, String key) {
        var metric = filter.field().asMetric();
        var shown = phrases.shown();
        var unit = shown.registry().metric(metric).unit().text();
        if (filter.value() instanceof FilterValue.Numeric(var limit)) {
            phrases.sentence(key)
                    .with("metric", Labels.inSentence(shown.labels().of(metric)))
                    .with(
                            "limit",
                            within -> phrases.sentence(key(filter.op()))
                                    .with(
                                            "limit",
                                            inner -> inner.derived(
                                                    phrases.written(limit, unit),
                                                    limit,
                                                    "filter(%s)".formatted(metric)))
                                    .within(within))
                    .within(prose);
        }
    }

    private static String key(Operator op) {
        return switch (op) {
            case GT -> "limit.gt";
            case GE -> "limit.ge";
            case LT -> "limit.lt";
            case LE -> "limit.le";
            case NE, NOT_IN -> "limit.ne";
            case EQ, IN, CONTAINS, IS_NULL -> "limit.eq";
        };
    }
}
