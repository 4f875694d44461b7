package io.asktrail.guardrails.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names as the database compares them: quoted ones as they stand, others in lower case. */
final class Identifiers {
    private Identifiers() {}

    static String plain(String name) {
        return Arrays.stream(name.split("\\.", -1)).map(Identifiers::part).collect(Collectors.joining("."));
    }

    /** A name that has no parts, whatever stands in it. */
    static String whole(String word) {
        return part(word);
    }

    private static String part(String part) {
        var text = part.strip();
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text.toLowerCase(Locale.ROOT);
    }
}
