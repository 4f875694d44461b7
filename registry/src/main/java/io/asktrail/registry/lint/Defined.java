package io.asktrail.registry.lint;

import io.asktrail.registry.file.Finding;
import io.asktrail.registry.file.YamlDocument;

/** A definition with the file it stands in. */
public record Defined<T>(T value, YamlDocument source) {
    /** A fault at a place in its file. */
    Finding at(String pointer, String message) {
        return source.finding(pointer, message);
    }

    /** Where another file may look, as {@code file:line}. */
    String place(String pointer) {
        return "%s:%d".formatted(source.file().path(), source.line(pointer));
    }
}
