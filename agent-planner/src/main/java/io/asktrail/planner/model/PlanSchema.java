package io.asktrail.planner.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a reply, by the rules of strict mode: every property is required, none may be added, and what may be absent
 * may be null. Names are the registry's own, as far as the caller may see them.
 *
 * @param tools capabilities that give data
 * @param formulas metrics that are worked out
 */
public record PlanSchema(
        Collection<String> tools,
        Collection<String> metrics,
        Collection<String> formulas,
        Collection<String> dimensions) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public String json() {
        var step = JSON.createObjectNode();
        var kinds = step.putArray("anyOf");
        kinds.add(read());
        kinds.add(work());
        kinds.add(compare());
        var plan = object();
        property(plan, "steps", array(step));
        property(plan, "table", text());
        return JSON.writeValueAsString(plan);
    }

    private ObjectNode read() {
        var read = step("read");
        property(read, "tool", oneOf(tools));
        property(read, "metrics", array(oneOf(metrics)));
        property(read, "group_by", array(oneOf(dimensions)));
        property(read, "period", oneOf(List.of("asked", "compared")));
        property(read, "only", textOrNull());
        return read;
    }

    private ObjectNode work() {
        var work = step("work");
        property(work, "left", text());
        property(work, "right", textOrNull());
        property(work, "work_out", array(formulas.isEmpty() ? text() : oneOf(formulas)));
        property(work, "select", array(oneOf(metrics)));
        property(work, "conditions", flag());
        property(work, "calculations", flag());
        property(work, "order", oneOf(List.of("none", "sorted", "first")));
        property(work, "fill", flag());
        property(work, "within", textOrNull());
        return work;
    }

    private ObjectNode compare() {
        var compare = step("compare");
        property(compare, "current", text());
        property(compare, "previous", text());
        property(compare, "metrics", array(oneOf(metrics)));
        property(compare, "order", oneOf(List.of("none", "sorted", "first")));
        return compare;
    }

    private static ObjectNode step(String kind) {
        var step = object();
        property(step, "kind", oneOf(List.of(kind)));
        property(step, "id", text());
        return step;
    }

    private static ObjectNode object() {
        var object = JSON.createObjectNode();
        object.put("type", "object");
        object.putObject("properties");
        object.putArray("required");
        object.put("additionalProperties", false);
        return object;
    }

    private static void property(ObjectNode object, String name, ObjectNode form) {
        ((ObjectNode) object.get("properties")).set(name, form);
        ((ArrayNode) object.get("required")).add(name);
    }

    private static ObjectNode array(ObjectNode items) {
        var array = type("array");
        array.set("items", items);
        return array;
    }

    private static ObjectNode oneOf(Collection<String> values) {
        var text = text();
        var allowed = text.putArray("enum");
        values.forEach(allowed::add);
        return text;
    }

    private static ObjectNode text() {
        return type("string");
    }

    private static ObjectNode textOrNull() {
        return type("string", "null");
    }

    private static ObjectNode flag() {
        return type("boolean");
    }

    private static ObjectNode type(String... types) {
        var form = JSON.createObjectNode();
        if (types.length == 1) {
            form.put("type", types[0]);
        } else {
            var any = form.putArray("type");
            Arrays.stream(types).forEach(any::add);
        }
        return form;
    }
}
