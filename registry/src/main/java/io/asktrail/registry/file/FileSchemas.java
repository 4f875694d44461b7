package io.asktrail.registry.file;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The JSON Schemas of registry files: the shape of one file, without a look at any other. */
public final class FileSchemas {
    private final Map<FileKind, JsonSchemaFile> schemas = new EnumMap<>(FileKind.class);

    public FileSchemas() {
        Arrays.stream(FileKind.values())
                .forEach(kind -> schemas.put(kind, JsonSchemaFile.ofResource(kind.schemaResource())));
    }

    /** What is wrong with the file's shape. */
    public List<Finding> check(YamlDocument document) {
        return Objects.requireNonNull(schemas.get(document.kind())).faults(document.tree()).stream()
                .map(fault -> document.finding(fault.pointer(), fault.message()))
                .distinct()
                .toList();
    }
}
