package io.asktrail.gateway.pages;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What may be absent from an object comes as null where it is absent. The document that is made from the records does not
 * say so, and a strict client would refuse the replies.
 */
final class AbsentOrNull {
    private static final String NULL = "null";

    private AbsentOrNull() {}

    /** Allows null for every property of these schemas that is not required. */
    static void allowedIn(JsonNode schemas) {
        for (var schema : schemas.values()) {
            allowedInOne(schema);
        }
    }

    private static void allowedInOne(JsonNode schema) {
        var required = schema.path("required").values().stream()
                .map(JsonNode::asString)
                .toList();
        if (schema.get("properties") instanceof ObjectNode properties) {
            for (var name : properties.propertyNames().stream().toList()) {
                if (!required.contains(name) && properties.get(name) instanceof ObjectNode property) {
                    properties.set(name, orNull(property));
                }
            }
        }
        // A kind of something is described by its base and what it adds.
        for (var part : schema.path("allOf").values()) {
            allowedInOne(part);
        }
    }

    private static ObjectNode orNull(ObjectNode property) {
        if (property.get("type") instanceof JsonNode type && type.isString()) {
            property.putArray("type").add(type.asString()).add(NULL);
            if (property.get("enum") instanceof ArrayNode values) {
                values.addNull();
            }
            return property;
        }
        if (property.get("anyOf") instanceof ArrayNode kinds) {
            kinds.addObject().put("type", NULL);
            return property;
        }
        if (!property.has("$ref") && !property.has("oneOf")) {
            return property;
        }
        var either = property.objectNode();
        either.putArray("anyOf").add(property).addObject().put("type", NULL);
        return either;
    }
}
