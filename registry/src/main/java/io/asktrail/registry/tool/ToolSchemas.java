package io.asktrail.registry.tool;

import io.asktrail.registry.file.JsonSchemaFile;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The JSON Schemas that capabilities refer to. They describe the forms that steps are written in, which code knows and
 * no deployment can change; so they are always those of the class path.
 */
public final class ToolSchemas {
    private static final Pattern FILE_NAME = Pattern.compile("[a-z][a-z0-9-]*\\.schema\\.json");
    private static final Map<String, JsonSchemaFile> READ = new ConcurrentHashMap<>();

    private ToolSchemas() {}

    public static boolean exists(String ref) {
        return find(ref).isPresent();
    }

    static Optional<JsonSchemaFile> find(String ref) {
        var known = READ.get(ref);
        if (known != null) {
            return Optional.of(known);
        }
        if (!FILE_NAME.matcher(ref).matches()) {
            return Optional.empty();
        }
        var found = JsonSchemaFile.find("/tool-schemas/" + ref);
        found.ifPresent(schema -> READ.put(ref, schema));
        return found;
    }
}
