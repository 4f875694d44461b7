package io.asktrail.cli.answer;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A task in words near to those that ask for it: {@code top 5 net sales by product, geo Delhi, last month}. */
final class TaskWords {
    private TaskWords() {}

    static String of(JsonNode task) {
        return Stream.of(
                        what(task),
                        kept(task.path("entities")),
                        conditions(task),
                        scopes(task),
                        when(task.path("time")))
                .flatMap(List::stream)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static List<String> what(JsonNode task) {
        var limit = Nodes.text(task, "limit");
        var metrics =
                Nodes.texts(task, "metrics").stream().map(TaskWords::words).collect(Collectors.joining(" and "));
        var groups =
                Nodes.texts(task, "group_by").stream().map(TaskWords::words).collect(Collectors.joining(" and "));
        return List.of((limit == null ? "" : "top " + limit + " ")
                + (metrics.isEmpty() ? Nodes.textOr(task, "intent", "") : metrics)
                + (groups.isEmpty() ? "" : " by " + groups));
    }

    private static List<String> kept(JsonNode entities) {
        return entities.properties().stream()
                .filter(entry -> entry.getValue().isArray() && !entry.getValue().isEmpty())
                .map(entry -> "%s %s"
                        .formatted(
                                words(entry.getKey()),
                                entry.getValue().values().stream()
                                        .map(Nodes::asText)
                                        .collect(Collectors.joining(" or "))))
                .toList();
    }

    private static List<String> conditions(JsonNode task) {
        return Nodes.items(task, "filters")
                .map(filter -> "%s %s %s"
                        .formatted(
                                words(Nodes.textOr(filter, "field", "?")),
                                words(Nodes.textOr(filter, "op", "?")),
                                value(filter.path("value")))
                        .strip())
                .toList();
    }

    private static String value(JsonNode value) {
        return value.isArray()
                ? value.values().stream().map(Nodes::asText).collect(Collectors.joining(", "))
                : value.isValueNode() && !value.isNull() ? Nodes.asText(value) : "";
    }

    private static List<String> scopes(JsonNode task) {
        return Nodes.items(task, "scopes")
                .map(scope -> "%s for %s"
                        .formatted(
                                String.join(
                                        " and ",
                                        Nodes.texts(scope, "metrics").stream()
                                                .map(TaskWords::words)
                                                .toList()),
                                String.join(" and ", kept(scope.path("entities")))))
                .toList();
    }

    private static List<String> when(JsonNode time) {
        var range = Nodes.text(time, "range");
        var start = Nodes.text(time, "start");
        var grain = Nodes.text(time, "grain");
        var days = range != null ? words(range) : start == null ? "" : start + " to " + Nodes.textOr(time, "end", "");
        return List.of(days, grain == null ? "" : "by " + grain.toLowerCase(Locale.ROOT));
    }

    private static String words(String id) {
        return id.replace('_', ' ');
    }
}
