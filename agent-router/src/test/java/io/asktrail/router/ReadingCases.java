package io.asktrail.router;

import io.asktrail.contracts.agent.DataAgent.Value;
import io.asktrail.contracts.id.DimensionId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the short form of cases in {@code evals/cases/reading}; what a case does not name has to be absent. */
final class ReadingCases {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String DEFAULT_DAYS = "default";

    private ReadingCases() {}

    /** All cases of a file; their ids are the file's name and their place in it. */
    static List<Cases.Case> read(Path file) throws IOException {
        var root = YAML.readTree(Files.readString(file));
        var cases = new ArrayList<Cases.Case>();
        for (var node : root.get("cases")) {
            cases.add(parse(file.getFileName().toString().replace(".yaml", "") + "-" + (cases.size() + 1), root, node));
        }
        return cases;
    }

    /** The values that the data agents tell of in these cases. */
    static Map<DimensionId, List<Value>> values(Path file) throws IOException {
        var values = new HashMap<DimensionId, List<Value>>();
        YAML.readTree(Files.readString(file))
                .properties()
                .forEach(dimension -> values.put(
                        new DimensionId(dimension.getKey()),
                        dimension
                                .getValue()
                                .valueStream()
                                .map(ReadingCases::value)
                                .toList()));
        return values;
    }

    private static Value value(JsonNode node) {
        var title = node.has("title") ? List.of(node.get("title").asString()) : List.<String>of();
        return new Value(node.get("value").asString(), title, texts(node.get("regions")));
    }

    private static Cases.Case parse(String id, JsonNode file, JsonNode node) {
        var today = LocalDate.parse((node.has("on") ? node : file)
                .get(node.has("on") ? "on" : "as_of")
                .asString());
        var turns = node.has("turns")
                ? texts(node.get("turns"))
                : List.of(node.get("q").asString());
        var whole = NODES.objectNode();
        file.path("base").properties().forEach(entry -> whole.set(entry.getKey(), entry.getValue()));
        node.properties().forEach(entry -> whole.set(entry.getKey(), entry.getValue()));
        return new Cases.Case(
                id,
                (node.has("category") ? node : file).get("category").asString(),
                today,
                turns,
                expectation(whole, file.path("base"), today));
    }

    private static JsonNode expectation(JsonNode node, JsonNode base, LocalDate today) {
        var asks = node.path("ask").asBoolean(false);
        var alternatives = NODES.arrayNode();
        if (!asks) {
            alternatives.add(task(node, today));
        }
        for (var other : node.path("or")) {
            var whole = NODES.objectNode();
            base.properties().forEach(entry -> whole.set(entry.getKey(), entry.getValue()));
            other.properties().forEach(entry -> whole.set(entry.getKey(), entry.getValue()));
            alternatives.add(task(whole, today));
        }
        var statuses = NODES.arrayNode();
        if (!alternatives.isEmpty()) {
            statuses.add("understood");
        }
        if (asks || node.path("may_ask").asBoolean(false)) {
            statuses.add("unclear").add("out_of_scope");
        }
        var expect = NODES.objectNode();
        expect.set("status", statuses);
        expect.set("any_of", alternatives);
        return expect;
    }

    private static ObjectNode task(JsonNode node, LocalDate today) {
        var task = NODES.objectNode();
        var intent = node.path("intent").asString("analytics.query");
        task.put("intent", intent);
        if (intent.equals("meta.help")) {
            help(node, task);
            return task;
        }
        if (!node.path("metrics_free").asBoolean(false)) {
            task.set(
                    node.has("at_least") ? "metrics_include" : "metrics",
                    node.path(node.has("at_least") ? "at_least" : "metrics"));
        }
        task.set("group_by", list(node.get("by")));
        task.set("entities", node.has("keep") ? node.get("keep") : NODES.objectNode());
        task.set("filters", filters(node.get("where")));
        if (!node.path("time_free").asBoolean(false)) {
            var time = days(node.path("time").asString(DEFAULT_DAYS), today);
            time.set("grain", node.has("grain") ? node.get("grain") : NODES.nullNode());
            task.set("time", time);
        }
        if (!node.path("compare_free").asBoolean(false)) {
            task.set("compare", node.has("compare") ? days(node.get("compare").asString(), today) : NODES.nullNode());
        }
        order(node, task);
        if (!node.path("calc_free").asBoolean(false)) {
            var kinds = NODES.arrayNode();
            list(node.get("calc")).forEach(kind -> kinds.add(NODES.objectNode().set("kind", kind)));
            task.set("calculations", kinds);
        }
        task.set("scopes", scopes(node.get("scopes")));
        if (node.has("diagnosis")) {
            task.set("diagnosis_kind", node.get("diagnosis"));
        }
        if (!node.path("export_free").asBoolean(false)) {
            task.set(
                    "export",
                    node.has("export") ? NODES.objectNode().set("format", node.get("export")) : NODES.nullNode());
        }
        return task;
    }

    private static void help(JsonNode node, ObjectNode task) {
        if (node.has("help")) {
            var words = node.get("help").asString().split(" ");
            var help = NODES.objectNode().put("topic", words[0]);
            help.set("id", words.length > 1 ? NODES.stringNode(words[1]) : NODES.nullNode());
            task.set("help", help);
        }
    }

    private static void order(JsonNode node, ObjectNode task) {
        var order = NODES.arrayNode();
        if (node.has("order")) {
            var words = node.get("order").asString().split(" ");
            order.add(NODES.objectNode().put("field", words[0]).put("direction", words[1]));
        }
        task.set("order_by", order);
        if (!node.path("limit_free").asBoolean(false)) {
            task.set("limit", node.has("limit") ? node.get("limit") : NODES.nullNode());
        }
    }

    private static ObjectNode days(String text, LocalDate today) {
        var ends = text.equals(DEFAULT_DAYS)
                ? new String[] {
                    today.minusDays(28).toString(), today.minusDays(1).toString()
                }
                : text.split("\\.\\.");
        return NODES.objectNode().put("start", ends[0]).put("end", ends[ends.length - 1]);
    }

    // "acos > 0.4", "geo != Delhi", "campaign contains linen"
    private static ArrayNode filters(@Nullable JsonNode node) {
        var filters = NODES.arrayNode();
        for (var text : texts(node)) {
            var parts = text.split(" ", 3);
            var filter = NODES.objectNode().put("field", parts[0]).put("op", parts[1]);
            if (parts[2].matches("[0-9.]+")) {
                filter.put("value", new BigDecimal(parts[2]));
            } else {
                filter.put("value", parts[2]);
            }
            filters.add(filter);
        }
        return filters;
    }

    // "spend channel=SB"
    private static ArrayNode scopes(@Nullable JsonNode node) {
        var scopes = NODES.arrayNode();
        for (var text : texts(node)) {
            var parts = text.split("[ =]", 3);
            var scope = NODES.objectNode();
            scope.set("metrics", NODES.arrayNode().add(parts[0]));
            scope.set(
                    "entities",
                    NODES.objectNode().set(parts[1], NODES.arrayNode().add(parts[2])));
            scopes.add(scope);
        }
        return scopes;
    }

    private static ArrayNode list(@Nullable JsonNode node) {
        var list = NODES.arrayNode();
        texts(node).forEach(list::add);
        return list;
    }

    private static List<String> texts(@Nullable JsonNode node) {
        return node == null
                ? List.of()
                : node.valueStream().map(JsonNode::asString).toList();
    }
}
