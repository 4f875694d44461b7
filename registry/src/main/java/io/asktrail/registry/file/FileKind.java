package io.asktrail.registry.file;

import java.util.Arrays;
import java.util.Optional;

/** What a file defines; its folder tells. */
public enum FileKind {
    METRIC("metrics", "id"),
    DIMENSION("dimensions", "id"),
    SCHEMA("schemas", "table"),
    TOOL("tools", "tool_id"),
    TEMPLATE("templates", "id"),
    POLICY("policies", "role"),
    VERIFIED("verified", "id"),
    RATES("rates", "id"),
    CALENDAR("", "tz");

    public static final String CALENDAR_FILE = "calendar.yaml";

    private final String folder;
    private final String idField;

    FileKind(String folder, String idField) {
        this.folder = folder;
        this.idField = idField;
    }

    /** The kind of the file at a path; empty if nothing is kept there. */
    public static Optional<FileKind> of(String path) {
        if (path.equals(CALENDAR_FILE)) {
            return Optional.of(CALENDAR);
        }
        return Arrays.stream(values())
                .filter(kind -> !kind.folder.isEmpty())
                .filter(kind -> path.matches(kind.folder + "/[^/]+\\.yaml"))
                .findFirst();
    }

    /** The field that names what is defined. */
    public String idField() {
        return idField;
    }

    /** The JSON Schema that its files must satisfy. */
    public String schemaResource() {
        return "/registry-schemas/" + name().toLowerCase(java.util.Locale.ROOT) + ".schema.json";
    }
}
