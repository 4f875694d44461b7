package io.asktrail.demo.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The lists the demo is made from: text resources with one record a line and its fields between bars. */
final class Lines {
    private Lines() {}

    static List<String> of(String resource) {
        try (var in = Lines.class.getResourceAsStream("/demo/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("the demo's list " + resource + " is not on the class path");
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the demo's list " + resource, e);
        }
    }

    static List<String> fields(String line) {
        return split(line, '|');
    }

    static List<String> items(String field) {
        return split(field, ',');
    }

    private static List<String> split(String text, char separator) {
        return Arrays.stream(text.split("\\" + separator, -1))
                .map(String::strip)
                .toList();
    }
}
