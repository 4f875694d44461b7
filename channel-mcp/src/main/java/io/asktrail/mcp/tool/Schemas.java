package io.asktrail.mcp.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schemas of arguments and results, as they stand in the resources of this module. */
final class Schemas {
    private static final TypeReference<Map<String, Object>> SCHEMA = new TypeReference<>() {};

    private final JsonMapper json;

    Schemas(JsonMapper json) {
        this.json = json;
    }

    // The one place where JSON stays a map: the library takes schemas so, and nobody takes them apart.
    Map<String, Object> read(String name) {
        try (var file = new ClassPathResource("mcp/" + name + ".json").getInputStream()) {
            return json.readValue(file, SCHEMA);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the schema %s cannot be read".formatted(name), unreadable);
        }
    }
}
