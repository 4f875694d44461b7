package io.asktrail.onboarding.draft;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Texts as YAML writes them. Whole files are written by hand, since the reasons stand in them as comments. */
final class Yaml {
    private static final JsonMapper JSON = new JsonMapper();

    /** Words that mean nothing else to YAML; everything else is quoted. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(?:[ .][A-Za-z0-9_]+)*");

    private static final Pattern NOT_A_TEXT = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

    private static final int WIDTH = 116;

    private Yaml() {}

    static String text(String text) {
        return PLAIN.matcher(text).matches() && !NOT_A_TEXT.matcher(text).matches()
                ? text
                : JSON.writeValueAsString(text);
    }

    static String list(Collection<String> texts) {
        return texts.stream().map(Yaml::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A comment over as many lines as it takes. */
    static String comment(String sentence) {
        var lines = new StringBuilder();
        var line = new StringBuilder("#");
        // What a database's comment breaks into lines must not break out of the comment here.
        for (var word : sentence.strip().split("\\s+")) {
            if (line.length() + word.length() >= WIDTH && line.length() > 1) {
                lines.append(line).append('\n');
                line = new StringBuilder("#");
            }
            line.append(' ').append(word);
        }
        return lines.append(line).append('\n').toString();
    }
}
