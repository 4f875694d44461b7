package io.asktrail.model;

import java.util.Arrays;
import java.util.Collection;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pieces of a JSON Schema by the rules of strict mode: every property is required, none may be added, and what may be
 * absent may be null.
 */
public final class StrictForm {
    private static final JsonMapper JSON = JsonMapper.shared();

    private StrictForm() {}

    /** One without properties yet. */
    public static ObjectNode object() {
        var object = JSON.createObjectNode();
        object.put("type", "object");
        object.putObject("properties");
        object.putArray("required");
        object.put("additionalProperties", false);
        return object;
    }

    /** Adds a property to an object. */
    public static void property(ObjectNode object, String name, ObjectNode form) {
        ((ObjectNode) object.get("properties")).set(name, form);
        ((ArrayNode) object.get("required")).add(name);
    }

    public static ObjectNode array(ObjectNode items) {
        var array = type("array");
        array.set("items", items);
        return array;
    }

    /** One of these texts. */
    public static ObjectNode oneOf(Collection<String> values) {
        var text = text();
        var allowed = text.putArray("enum");
        values.forEach(allowed::add);
        return text;
    }

    /** One of these texts, or null. */
    public static ObjectNode oneOfOrNull(Collection<String> values) {
        var text = type("string", "null");
        var allowed = text.putArray("enum");
        values.forEach(allowed::add);
        allowed.addNull();
        return text;
    }

    /** One of several forms. */
    public static ObjectNode any(ObjectNode... forms) {
        var any = JSON.createObjectNode();
        var kinds = any.putArray("anyOf");
        Arrays.stream(forms).forEach(kinds::add);
        return any;
    }

    public static ObjectNode text() {
        return type("string");
    }

    public static ObjectNode textOrNull() {
        return type("string", "null");
    }

    /** What is absent. */
    public static ObjectNode nothing() {
        return type("null");
    }

    public static ObjectNode flag() {
        return type("boolean");
    }

    /** What stands under {@code $defs} of the root. */
    public static ObjectNode definition(String name) {
        var reference = JSON.createObjectNode();
        reference.put("$ref", "#/$defs/" + name);
        return reference;
    }

    public static String json(ObjectNode form) {
        return JSON.writeValueAsString(form);
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
