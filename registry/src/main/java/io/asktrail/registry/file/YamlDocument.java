package io.asktrail.registry.file;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a file says, and on which line it says it.
 *
 * @param lines line numbers by JSON pointer; a field's line is that of its key
 */
public record YamlDocument(RegistryFile file, FileKind kind, JsonNode tree, Map<String, Integer> lines) {
    public YamlDocument {
        lines = Map.copyOf(lines);
    }

    /** A fault at a place; at the nearest place around it if the file has nothing there. */
    public Finding finding(String pointer, String message) {
        return new Finding(file.path(), line(pointer), message);
    }

    public int line(String pointer) {
        var place = pointer;
        while (!place.isEmpty()) {
            var line = lines.get(place);
            if (line != null) {
                return line;
            }
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return lines.getOrDefault("", 1);
    }

    /** The name of what it defines, as it stands there; empty if there is none. */
    public String id() {
        return tree.path(kind.idField()).asString("");
    }
}
