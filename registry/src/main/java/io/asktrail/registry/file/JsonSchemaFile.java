package io.asktrail.registry.file;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A JSON Schema (draft 2020-12, formats asserted) from the class path. */
public final class JsonSchemaFile {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .pathType(PathType.JSON_POINTER)
                    .build()));

    /** @param pointer the place in the checked tree */
    public record Fault(String pointer, String message) {}

    private final Schema schema;

    private JsonSchemaFile(Schema schema) {
        this.schema = schema;
    }

    /** @throws IllegalStateException if there is no such resource */
    public static JsonSchemaFile ofResource(String resource) {
        return find(resource).orElseThrow(() -> new IllegalStateException("no schema at " + resource));
    }

    /** The schema at a class path resource; empty if there is none. */
    public static Optional<JsonSchemaFile> find(String resource) {
        try (var stream = JsonSchemaFile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                return Optional.empty();
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(new JsonSchemaFile(SCHEMAS.getSchema(text, InputFormat.JSON)));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + resource, broken);
        }
    }

    /** Every place where the tree is not what the schema asks for. */
    public List<Fault> faults(JsonNode tree) {
        return schema.validate(tree).stream().map(FaultText::of).distinct().toList();
    }
}
