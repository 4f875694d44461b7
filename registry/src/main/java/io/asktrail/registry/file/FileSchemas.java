package io.asktrail.registry.file;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The JSON Schemas of registry files: the shape of one file, without a look at any other. */
public final class FileSchemas {
    private final Map<FileKind, JsonSchemaFile> schemas = new EnumMap<>(FileKind.class);

    public FileSchemas() {
        Arrays.stream(FileKind.values())
                .forEach(kind -> schemas.put(kind, JsonSchemaFile.ofResource(kind.schemaResource())));
    }

    /** Where the file's shape is wrong. */
    public List<JsonSchemaFile.Fault> faults(FileKind kind, JsonNode tree) {
        return Objects.requireNonNull(schemas.get(kind)).faults(tree);
    }
}
