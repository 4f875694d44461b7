package io.asktrail.testkit.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What OpenAI's strict mode asks of a schema, as its service would check it. */
final class StrictRules {
    private static final Set<String> KNOWN = Set.of(
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "enum",
            "anyOf",
            "const",
            "description",
            "$ref",
            "$defs");
    private static final int MOST_PROPERTIES = 5_000;
    private static final int DEEPEST = 10;
    private static final int MOST_ENUM_VALUES = 1_000;
    private static final int MANY_VALUES = 250;
    private static final int MOST_LETTERS_OF_MANY_VALUES = 15_000;
    private static final int MOST_LETTERS = 120_000;

    private final List<String> faults = new ArrayList<>();
    private int properties;
    private int enumValues;
    private int letters;

    private StrictRules() {}

    static List<String> faults(JsonNode schema) {
        var rules = new StrictRules();
        if (!schema.path("type").asString("").equals("object") || schema.has("anyOf")) {
            rules.faults.add("the root is no object");
        }
        rules.check("", schema, 1);
        schema.path("$defs").propertyNames().forEach(name -> {
            rules.letters += name.length();
            rules.check("$defs." + name, schema.path("$defs").get(name), 1);
        });
        rules.references(schema, schema);
        if (rules.letters > MOST_LETTERS) {
            rules.faults.add("names and values have %d letters".formatted(rules.letters));
        }
        if (rules.properties > MOST_PROPERTIES || rules.enumValues > MOST_ENUM_VALUES) {
            rules.faults.add("too much: %d properties, %d values".formatted(rules.properties, rules.enumValues));
        }
        return rules.faults;
    }

    private void check(String place, JsonNode schema, int depth) {
        if (depth > DEEPEST) {
            faults.add(place + " is too deep");
            return;
        }
        schema.propertyNames().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> faults.add(place + " uses " + name));
        enumValues += schema.path("enum").size();
        var inValues = 0;
        for (var value : schema.path("enum")) {
            inValues += value.asString("").length();
        }
        letters += inValues;
        if (schema.path("enum").size() > MANY_VALUES && inValues > MOST_LETTERS_OF_MANY_VALUES) {
            faults.add("%s lists values of %d letters".formatted(place, inValues));
        }
        if (schema.has("enum") && schema.get("enum").isEmpty()) {
            faults.add(place + " allows nothing");
        }
        if (schema.path("type").asString("").equals("object")) {
            object(place, schema, depth);
        }
        if (schema.path("type").asString("").equals("array") && !schema.has("items")) {
            faults.add(place + " is an array of anything");
        }
        if (schema.has("items")) {
            check(place + "[]", schema.get("items"), depth + 1);
        }
        schema.path("anyOf").forEach(choice -> check(place + "?", choice, depth));
        if (!schema.has("type") && !schema.has("anyOf") && !schema.has("$ref")) {
            faults.add(place + " has no type");
        }
    }

    private void references(JsonNode root, JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()
                && (!reference.startsWith("#/")
                        || root.at(reference.substring(1)).isMissingNode())) {
            faults.add("%s leads nowhere".formatted(reference));
        }
        schema.forEach(inner -> references(root, inner));
    }

    private void object(String place, JsonNode schema, int depth) {
        if (!schema.path("additionalProperties").isBoolean()
                || schema.path("additionalProperties").asBoolean()) {
            faults.add(place + " allows more properties");
        }
        var required = new HashSet<String>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        if (!required.equals(new HashSet<>(schema.path("properties").propertyNames()))) {
            faults.add(place + " does not require all its properties");
        }
        properties += schema.path("properties").size();
        schema.path("properties").propertyNames().forEach(name -> letters += name.length());
        schema.path("properties")
                .propertyNames()
                .forEach(name ->
                        check(place + "." + name, schema.path("properties").get(name), depth + 1));
    }
}
