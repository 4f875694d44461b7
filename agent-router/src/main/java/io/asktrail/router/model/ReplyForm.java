package io.asktrail.router.model;

import static io.asktrail.model.StrictForm.any;
import static io.asktrail.model.StrictForm.array;
import static io.asktrail.model.StrictForm.definition;
import static io.asktrail.model.StrictForm.nothing;
import static io.asktrail.model.StrictForm.object;
import static io.asktrail.model.StrictForm.oneOf;
import static io.asktrail.model.StrictForm.oneOfOrNull;
import static io.asktrail.model.StrictForm.property;

import io.asktrail.model.StrictForm;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a reply, by the rules of strict mode. Metrics and dimensions are the registry's, as far as the caller may
 * see them; days, names and numbers are labels of what the question has. What it has none of has no place in the form.
 */
record ReplyForm(QuestionParts parts, Catalogue catalogue) {
    private static final List<String> COMPARISONS = List.of("=", "!=", "<", "<=", ">", ">=");

    String json() {
        var root = object();
        property(root, "verdict", oneOf(List.of("understood", "unclear", "not_covered")));
        property(root, "task", any(task(), nothing()));
        // Listed once and referred to: how many values a form may list is limited.
        var definitions = root.putObject("$defs");
        definitions.set("metric", oneOf(catalogue.metricIds()));
        definitions.set("dimension", oneOf(catalogue.dimensionIds()));
        if (!parts.numbers().isEmpty()) {
            definitions.set("number", oneOf(numbers()));
        }
        return StrictForm.json(root);
    }

    private ObjectNode task() {
        var task = object();
        property(task, "metrics", array(definition("metric")));
        property(task, "group_by", array(definition("dimension")));
        property(task, "period", oneOfOrNull(times()));
        property(task, "series", oneOfOrNull(List.of("day", "week", "month", "quarter", "year")));
        property(
                task,
                "compare",
                oneOfOrNull(Stream.concat(times().stream(), Stream.of("previous_period", "previous_year"))
                        .toList()));
        if (!parts.names().isEmpty()) {
            property(task, "keep", array(oneOf(names())));
            property(task, "leave_out", array(oneOf(names())));
        }
        if (!parts.numbers().isEmpty()) {
            property(task, "conditions", array(condition()));
            property(task, "limit", any(definition("number"), nothing()));
        }
        property(task, "order", any(order(), nothing()));
        property(task, "calculation", oneOfOrNull(List.of("share_of_total", "running_total", "rank", "per_day")));
        property(
                task,
                "diagnosis",
                oneOfOrNull(
                        List.of("change", "anomaly", "pacing", "waste", "reconciliation", "health", "search_terms")));
        property(task, "words", array(wordUse()));
        return task;
    }

    private static ObjectNode condition() {
        var condition = object();
        property(condition, "metric", definition("metric"));
        property(condition, "op", oneOf(COMPARISONS));
        property(condition, "number", definition("number"));
        return condition;
    }

    private static ObjectNode order() {
        var order = object();
        property(order, "by", any(definition("metric"), definition("dimension")));
        property(order, "direction", oneOf(List.of("asc", "desc")));
        return order;
    }

    private ObjectNode wordUse() {
        var use = object();
        property(
                use,
                "word",
                oneOf(parts.words().stream().map(QuestionParts.Word::label).toList()));
        property(use, "part", oneOf(Arrays.stream(Part.values()).map(Part::text).toList()));
        return use;
    }

    private List<String> times() {
        return parts.times().stream().map(QuestionParts.Time::label).toList();
    }

    private List<String> names() {
        return parts.names().stream().map(QuestionParts.Name::label).toList();
    }

    private List<String> numbers() {
        return parts.numbers().stream().map(QuestionParts.Number::label).toList();
    }
}
